package io.agentsync.syncpoint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fold of one journal: what its records meant, in their order (J-1 to J-8). It is fed record by
 * record and knows nothing else; two folds of the same records are equal in all they say.
 *
 * <p>Not safe for several threads.
 */
public final class SyncPoint {

  private final List<Generation> generations = new ArrayList<>();
  private final Map<String, Generation> byNonce = new HashMap<>();
  private final Set<String> withdrawn = new HashSet<>();
  private final Set<String> voided = new HashSet<>();
  private List<Generation> past = List.of();
  private boolean recalled;
  private @Nullable Head head;
  private @Nullable Spec bound;
  private @Nullable Removed removed;

  /** Takes the next record in. */
  public void accept(SyncRecord record) {
    if (removed == null) {
      record.applyTo(this);
    }
  }

  /** The fold of a journal that has yet to be written, going on from {@code head}. */
  public static SyncPoint startingAt(Head head) {
    SyncPoint point = new SyncPoint();
    point.accept(head);
    return point;
  }

  /**
   * Takes in what is still known of the generations before this journal.
   *
   * @param before ended generations, in order; what is not before this journal is left out
   */
  public void recall(List<Generation> before) {
    past = before.stream().filter(known -> known.number() <= after()).toList();
    recalled = true;
  }

  /** Whether all that can be known of the generations before this journal is known here. */
  public boolean recalled() {
    return recalled || after() == 0;
  }

  /** The generations before this journal, in order, as far as they have been recalled. */
  public List<Generation> past() {
    return past;
  }

  /** Whether nothing has been taken in that says where the journal goes on from. */
  public boolean blank() {
    return head == null && generations.isEmpty();
  }

  /** Where this journal goes on from; empty until its head has been read. */
  public Optional<Head> head() {
    return Optional.ofNullable(head);
  }

  /** The generations of this journal, in order. */
  public List<Generation> generations() {
    return Collections.unmodifiableList(generations);
  }

  /** The generations of this journal with a higher number, in order. */
  public List<Generation> generationsAfter(long number) {
    long skipped = Math.max(0, Math.min(number - after(), generations.size()));
    return generations().subList((int) skipped, generations.size());
  }

  /** All that is known of generations with a higher number, in order. */
  List<Generation> knownAfter(long number) {
    List<Generation> here = generationsAfter(number);
    if (past.isEmpty()) {
      return here;
    }
    List<Generation> known = new ArrayList<>();
    past.stream().filter(before -> before.number() > number).forEach(known::add);
    known.addAll(here);
    return known;
  }

  /** The newest generation, open or ended. */
  public Optional<Generation> newest() {
    return generations.isEmpty() ? Optional.empty() : Optional.of(newestOrThrow());
  }

  /** The generation of that number, if it is in this journal. */
  public Optional<Generation> generation(long number) {
    long index = number - after() - 1;
    return index >= 0 && index < generations.size()
        ? Optional.of(generations.get((int) index))
        : Optional.empty();
  }

  /** The number that the next generation will have. */
  public long nextNumber() {
    return after() + generations.size() + 1;
  }

  /** How many generations have been completed, in this journal and before. */
  public long completed() {
    return head().orElse(Head.FIRST).completed()
        + generations.stream().filter(Generation::completed).count();
  }

  /** The generation that is open at this place. */
  public Optional<Generation> open() {
    return newest().filter(Generation::open);
  }

  /** What the next generation is opened with by somebody who has no view of its own. */
  public Optional<Spec> newestSpec() {
    Optional<Spec> fromHead = head().flatMap(Head::spec);
    return newest().map(Generation::spec).or(() -> fromHead);
  }

  /** The declared spec, which binds the next generation too (SP-2). */
  public Optional<Spec> boundSpec() {
    return Optional.ofNullable(bound);
  }

  /** The record that closed this journal; after it, every record is void. */
  public Optional<Removed> removed() {
    return Optional.ofNullable(removed);
  }

  /** What became of the arrival with that operation id, meant for generation {@code number}. */
  public Fate fate(String op, long number) {
    Optional<Generation> generation = generation(number);
    if (generation.isPresent()) {
      return generation.get().fate(op);
    }
    if (withdrawn.contains(op)) {
      return Fate.WITHDRAWN;
    }
    boolean past = number < nextNumber();
    return past || voided.contains(op) || removed != null ? Fate.VOID : Fate.UNSEEN;
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
    boolean rotated = removed.rotated();
    return new Head(
        head().orElse(Head.FIRST).epoch() + 1,
        nextNumber() - 1,
        completed(),
        rotated ? newestSpec() : Optional.empty(),
        rotated && bound != null,
        Optional.of(removed.at()));
  }

  void begin(Head first) {
    if (head == null && generations.isEmpty()) {
      head = first;
      bound = first.declared() ? first.spec().orElse(null) : null;
    }
  }

  void declare(Declare record) {
    if (canOpen(record.generation())) {
      bound = record.spec();
      add(new Generation(record.generation(), record.op(), record.spec(), true, record.at()));
    }
  }

  void arrive(Arrive record) {
    if (withdrawn.contains(record.op())) {
      return;
    }
    Generation open = open().orElse(null);
    Spec view = resolve(record.view());
    if (open != null && open.number() == record.generation()) {
      open.arrive(record, view);
    } else if (canOpen(record.generation()) && view != null) {
      openBy(record, view);
    } else if (record.generation() >= nextNumber()) {
      voided.add(record.op());
    }
  }

  void withdraw(Withdraw record) {
    Optional<Generation> generation = generation(record.generation());
    if (generation.isPresent()) {
      generation.filter(Generation::open).ifPresent(open -> open.withdraw(record));
    } else if (record.generation() >= nextNumber()) {
      withdrawn.add(record.claim());
    }
  }

  void close(Removed record) {
    if (known(record.generation(), record.nonce()).filter(this::isNewestAndEnded).isPresent()) {
      removed = record;
    }
  }

  Optional<Generation> open(long number, String nonce) {
    return known(number, nonce).filter(Generation::open);
  }

  Optional<Generation> known(long number, String nonce) {
    return generation(number).filter(generation -> generation.nonce().equals(nonce));
  }

  private void openBy(Arrive record, Spec view) {
    Spec spec = bound != null ? bound : view;
    if (spec.implies(view) && spec.required().contains(record.agent())) {
      Generation opened =
          new Generation(record.generation(), record.op(), spec, false, record.at());
      add(opened);
      opened.arrive(record, spec);
    } else {
      voided.add(record.op());
      newest().ifPresent(newest -> newest.note(newest.mismatchOf(record, view)));
    }
  }

  private void add(Generation generation) {
    generation.withdrawInAdvance(withdrawn);
    withdrawn.clear();
    voided.clear();
    generations.add(generation);
    byNonce.put(generation.nonce(), generation);
  }

  private @Nullable Spec resolve(View view) {
    String like = view.like().orElse(null);
    if (like == null) {
      return view.spec().orElse(null);
    }
    if (like.equals(View.HEAD)) {
      return head().flatMap(Head::spec).orElse(null);
    }
    Generation known = byNonce.get(like);
    return known == null ? null : known.spec();
  }

  private boolean canOpen(long number) {
    return number == nextNumber() && open().isEmpty();
  }

  private boolean isNewestAndEnded(Generation generation) {
    return !generation.open() && generation == newestOrThrow();
  }

  private Generation newestOrThrow() {
    return generations.get(generations.size() - 1);
  }

  private long after() {
    return head == null ? 0 : head.after();
  }
}
