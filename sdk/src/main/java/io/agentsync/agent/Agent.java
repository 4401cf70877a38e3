package io.agentsync.agent;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The fold of one agent's journal: what its records meant, in their order. It is fed record
 * by record and knows nothing else; two folds of the same records are equal in all they say.
 *
 * <p>Not safe for several threads.
 */
public final class Agent {

  private final Map<String, Fate> fates = new HashMap<>();
  private @Nullable Head head;
  private @Nullable Registration newest;
  private @Nullable Deregister deregistered;
  private @Nullable Removed removed;
  private @Nullable String last;
  private long number;

  /** The fold of a journal that has yet to be written, going on from {@code head}. */
  public static Agent startingAt(Head head) {
    Agent agent = new Agent();
    agent.accept(head);
    return agent;
  }

  /** Takes the next record in. */
  public void accept(AgentRecord record) {
    if (removed == null) {
      record.applyTo(this);
    }
  }

  /** Whether nothing has been taken in that says where the journal goes on from. */
  public boolean blank() {
    return head == null && newest == null;
  }

  /** Where this journal goes on from; empty until its head has been read. */
  public Optional<Head> head() {
    return Optional.ofNullable(head);
  }

  /** The registration that stands; empty if the agent is not registered. */
  public Optional<Registration> standing() {
    return deregistered == null ? newest() : Optional.empty();
  }

  /** The newest registration, also if it was ended. */
  public Optional<Registration> newest() {
    return Optional.ofNullable(newest);
  }

  /** The record that ended the newest registration. */
  public Optional<Deregister> deregistered() {
    return Optional.ofNullable(deregistered);
  }

  /** The record that closed this journal. */
  public Optional<Removed> removed() {
    return Optional.ofNullable(removed);
  }

  /** The operation id of the last record that counted. */
  public Optional<String> last() {
    return Optional.ofNullable(last);
  }

  /** The number that the next registration will have. */
  public long nextNumber() {
    return number + 1;
  }

  /** What became of the record with that operation id. */
  public Fate fate(String op) {
    return fates.getOrDefault(op, Fate.UNSEEN);
  }

  /**
   * The head of the journal that comes after this one.
   *
   * @throws IllegalStateException if this one has not been closed
   */
  public Head successor() {
    if (removed == null) {
      throw new IllegalStateException("this journal is not closed");
    }
    return new Head(
        head().orElse(Head.FIRST).epoch() + 1,
        number,
        removed.rotated() ? standing() : Optional.empty(),
        Optional.of(removed.at()));
  }

  void begin(Head first) {
    if (blank()) {
      head = first;
      number = first.after();
      newest = first.registration().orElse(null);
      last = first.registration().map(Registration::op).orElse(null);
    }
  }

  void register(Register record) {
    boolean counts =
        record.number() == nextNumber()
            && record.replaces().equals(standing().map(Registration::op));
    if (judge(record.op(), counts)) {
      newest = record.after(standing());
      number = record.number();
      deregistered = null;
    }
  }

  void change(String op, String registration, UnaryOperator<Registration> how) {
    if (judge(op, stands(registration)) && newest != null) {
      newest = how.apply(newest);
    }
  }

  void deregister(Deregister record) {
    if (judge(record.op(), stands(record.registration()))) {
      deregistered = record;
    }
  }

  void close(Removed record) {
    if (judge(record.op(), record.after().equals(last()))) {
      removed = record;
    }
  }

  /** Whether it takes effect; the same operation id twice counts once (J-5). */
  private boolean judge(String op, boolean counts) {
    if (fates.putIfAbsent(op, counts ? Fate.COUNTED : Fate.VOID) != null || !counts) {
      return false;
    }
    last = op;
    return true;
  }

  private boolean stands(String registration) {
    return standing().map(Registration::op).filter(registration::equals).isPresent();
  }
}
