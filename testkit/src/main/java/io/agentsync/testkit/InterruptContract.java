package io.agentsync.testkit;

import static io.agentsync.testkit.Records.POINT;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Session;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** An interrupt of the calling thread cuts nothing short, and is not lost. */
public interface InterruptContract extends StoreOpener {

  /** Each verb does its work with the interrupt flag set, and leaves it set. */
  @TestFactory
  default Stream<DynamicTest> interrupt_doesNotCutIoShort_andStaysSet() {
    return verbs().entrySet().stream()
        .map(verb -> DynamicTest.dynamicTest(verb.getKey(), () -> assertUnmoved(verb.getValue())));
  }

  /** Who waits for a lock while interrupted waits on, and gets it when it is freed. */
  @Test
  default void interrupt_doesNotEndTheWaitForALock() throws Exception {
    try (JournalStore store = open()) {
      JournalStore.Exclusive held = store.exclusive("removal", Duration.ZERO);
      AtomicBoolean asked = new AtomicBoolean();
      Crowd.of(
          2,
          member ->
              () -> {
                if (member == 0) {
                  Thread.currentThread().interrupt();
                  asked.set(true);
                  store.exclusive("removal", Eventually.PATIENCE).close();
                  return Thread.interrupted();
                }
                Eventually.so(asked::get);
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                held.close();
                return true;
              });
    }
  }

  /** A thread that is interrupted all the while loses no record, no sync and no session. */
  @Test
  default void interrupt_thatComesInBetweenLosesNothing() throws Exception {
    int count = 300;
    AtomicBoolean over = new AtomicBoolean();
    try (JournalStore store = open()) {
      Thread worker = new Thread(() -> work(store, count, over), "testkit-interrupted");
      worker.start();
      while (!over.get() && worker.isAlive()) {
        worker.interrupt();
        LockSupport.parkNanos(20_000);
      }
      worker.join(Eventually.PATIENCE.toMillis());

      assertThat(over).isTrue();
      assertThat(Records.all(store, POINT)).isEqualTo(Records.numbered("w", count));
    }
  }

  private static void work(JournalStore store, int count, AtomicBoolean over) {
    try (Session session = store.openSession(new ManualTime().now());
        Journal journal = store.create(POINT)) {
      for (String record : Records.numbered("w", count)) {
        assertThat(journal.append(Records.of(record))).isTrue();
        journal.read();
        if (record.endsWith("0")) {
          journal.sync();
          store.exclusive("removal", Eventually.PATIENCE).close();
          store.sessions();
          assertThat(store.probe(session.id())).isEqualTo(JournalStore.Life.ALIVE);
          endOne(store, journal, session);
        }
        session.note(note(Integer.parseInt(record.substring(2))));
      }
      assertThat(Records.text(store.notes(session.id()).get(0))).isEqualTo("note " + (count - 1));
      over.set(true);
    }
  }

  /** All verbs, each with what it is good for in front of it. */
  private static Map<String, Verb> verbs() {
    Map<String, Verb> verbs = new LinkedHashMap<>();
    JournalName fresh = Records.point("fresh");
    verbs.put("exists", (store, journal, session) -> store.exists());
    verbs.put("locationExists", (store, journal, session) -> store.locationExists());
    verbs.put("durability", (store, journal, session) -> store.durability());
    verbs.put("open", (store, journal, session) -> store.open(POINT).orElseThrow().close());
    verbs.put("create", (store, journal, session) -> store.create(fresh).close());
    verbs.put("append", (store, journal, session) -> journal.append(Records.of("more")));
    verbs.put("read", (store, journal, session) -> journal.read());
    verbs.put("stands", (store, journal, session) -> journal.stands());
    verbs.put("sync", (store, journal, session) -> journal.sync());
    verbs.put("tombstone", (store, journal, session) -> store.tombstone(POINT));
    verbs.put("list", (store, journal, session) -> store.list(Records.SPACE));
    verbs.put("spaces", (store, journal, session) -> store.spaces(POINT.space().kind()));
    verbs.put("history", (store, journal, session) -> store.history(POINT, Journal::read));
    verbs.put("removed", (store, journal, session) -> store.removed(Records.SPACE));
    verbs.put("remove", (store, journal, session) -> store.remove(journal, Records.bytes("gone")));
    verbs.put("tombstones", (store, journal, session) -> store.tombstones(Records.SPACE));
    verbs.put("forgetTombstone", (store, journal, session) -> store.forgetTombstone(POINT));
    verbs.put(
        "exclusive",
        (store, journal, session) -> store.exclusive("removal", Duration.ofSeconds(5)).close());
    verbs.put(
        "openSession",
        (store, journal, session) -> store.openSession(new ManualTime().now()).close());
    verbs.put("end", InterruptContract::endOne);
    verbs.put("note", (store, journal, session) -> session.note(note(0)));
    verbs.put("notes", (store, journal, session) -> store.notes(session.id()));
    verbs.put("sessions", (store, journal, session) -> store.sessions());
    verbs.put("probe", (store, journal, session) -> store.probe(session.id()));
    verbs.put("forgetSession", (store, journal, session) -> store.forgetSession(session.id()));
    verbs.put("doorbell", (store, journal, session) -> store.doorbell(session).close());
    verbs.put("prune", (store, journal, session) -> store.prune(Duration.ofHours(1)));
    return verbs;
  }

  private static void endOne(JournalStore store, Journal journal, Session session) {
    Session ended = store.openSession(new ManualTime().now());
    ended.end(new ManualTime().now());
    assertThat(store.probe(ended.id())).isEqualTo(JournalStore.Life.DEAD);
  }

  private static SortedMap<Integer, byte[]> note(int number) {
    return new TreeMap<>(Map.of(0, Records.bytes("note " + number)));
  }

  private void assertUnmoved(Verb verb) {
    try (JournalStore store = open();
        Session session = store.openSession(new ManualTime().now());
        Journal journal = store.create(POINT)) {
      store.forgetTombstone(POINT);
      journal.append(Records.of("one"));
      Thread.currentThread().interrupt();
      try {
        verb.apply(store, journal, session);
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }

      assertThat(store.probe(session.id())).isEqualTo(JournalStore.Life.ALIVE);
      assertThat(journal.append(Records.of("last")) || store.tombstone(POINT).isPresent()).isTrue();
    }
  }

  /** One verb of the SPI. */
  @FunctionalInterface
  interface Verb {

    /** Does it. */
    void apply(JournalStore store, Journal journal, Session session);
  }
}
