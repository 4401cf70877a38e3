package io.agentsync.testkit;

import io.agentsync.journal.Doorbell;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.Space;
import io.agentsync.model.Durability;
import io.agentsync.model.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A store whose calls fail where it is told to, before or after their effect, with a {@link
 * io.agentsync.model.StoreException}; all others go to the store behind it.
 */
public final class FaultyStore implements JournalStore {

  private final JournalStore store;
  private final FaultPlan plan = new FaultPlan();

  /** A store in which nothing fails yet. */
  public FaultyStore(JournalStore store) {
    this.store = store;
  }

  /**
   * Lets a call fail without having done anything.
   *
   * @param call which one of that verb, counted from 1
   */
  public FaultyStore failBefore(Verb verb, int call) {
    plan.failBefore(verb, call);
    return this;
  }

  /**
   * Lets a call fail although it has done its work, as when an answer is lost.
   *
   * @param call which one of that verb, counted from 1
   */
  public FaultyStore failAfter(Verb verb, int call) {
    plan.failAfter(verb, call);
    return this;
  }

  /** How many calls of a verb there were, failed ones included. */
  public int calls(Verb verb) {
    return plan.calls(verb);
  }

  @Override
  public String location() {
    return store.location();
  }

  @Override
  public boolean exists() {
    return plan.call(Verb.LOOK, location(), store::exists);
  }

  @Override
  public boolean locationExists() {
    return plan.call(Verb.LOOK, location(), store::locationExists);
  }

  @Override
  public boolean onOneMachine() {
    return store.onOneMachine();
  }

  @Override
  public Durability durability() {
    return plan.call(Verb.LOOK, location(), store::durability);
  }

  @Override
  public Optional<Journal> open(JournalName name) {
    return plan.call(Verb.OPEN, place(name), () -> store.open(name).map(this::faulty));
  }

  @Override
  public Journal create(JournalName name) {
    return plan.call(Verb.CREATE, place(name), () -> faulty(store.create(name)));
  }

  @Override
  public Optional<byte[]> tombstone(JournalName name) {
    return plan.call(Verb.TOMBSTONE, place(name), () -> store.tombstone(name));
  }

  @Override
  public List<JournalName> list(Space space) {
    return plan.call(Verb.LIST, location(), () -> store.list(space));
  }

  @Override
  public List<Space> spaces(String kind) {
    return plan.call(Verb.LIST, location(), () -> store.spaces(kind));
  }

  @Override
  public void history(JournalName name, Consumer<Journal> reader) {
    run(Verb.HISTORY, place(name), () -> store.history(name, past -> reader.accept(faulty(past))));
  }

  @Override
  public List<JournalName> removed(Space space) {
    return plan.call(Verb.LIST, location(), () -> store.removed(space));
  }

  @Override
  public void remove(Journal journal, byte[] tombstone) {
    run(Verb.REMOVE, journal.place(), () -> store.remove(FaultyJournal.behind(journal), tombstone));
  }

  @Override
  public List<JournalName> tombstones(Space space) {
    return plan.call(Verb.LIST, location(), () -> store.tombstones(space));
  }

  @Override
  public void forgetTombstone(JournalName name) {
    run(Verb.FORGET, place(name), () -> store.forgetTombstone(name));
  }

  @Override
  public Exclusive exclusive(String purpose, Duration patience) {
    return plan.call(Verb.EXCLUSIVE, location(), () -> store.exclusive(purpose, patience));
  }

  @Override
  public Session openSession(Moment began) {
    return plan.call(Verb.OPEN_SESSION, location(), () -> store.openSession(began));
  }

  @Override
  public List<SessionTrace> sessions() {
    return plan.call(Verb.PROBE, location(), store::sessions);
  }

  @Override
  public Life probe(String session) {
    return plan.call(Verb.PROBE, location(), () -> store.probe(session));
  }

  @Override
  public List<byte[]> notes(String session) {
    return plan.call(Verb.PROBE, location(), () -> store.notes(session));
  }

  @Override
  public void forgetSession(String session) {
    run(Verb.FORGET, location(), () -> store.forgetSession(session));
  }

  @Override
  public Doorbell doorbell(Session session) {
    return plan.call(Verb.DOORBELL, location(), () -> store.doorbell(session));
  }

  @Override
  public List<String> prune(Duration age) {
    return plan.call(Verb.PRUNE, location(), () -> store.prune(age));
  }

  @Override
  public void close() {
    store.close();
  }

  private Journal faulty(Journal journal) {
    return new FaultyJournal(journal, plan);
  }

  private void run(Verb verb, String place, Runnable work) {
    plan.call(
        verb,
        place,
        () -> {
          work.run();
          return true;
        });
  }

  private String place(JournalName name) {
    return location() + "/" + name;
  }
}
