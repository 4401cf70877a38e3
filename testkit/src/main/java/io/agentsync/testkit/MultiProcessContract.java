package io.agentsync.testkit;

import static io.agentsync.testkit.Records.POINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agentsync.journal.Engines;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Exclusive;
import io.agentsync.journal.JournalStore.Life;
import io.agentsync.journal.JournalStore.Session;
import io.agentsync.journal.JournalStore.SessionTrace;
import io.agentsync.model.Durability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What an engine promises to processes that share a store: each test starts real ones. For engines
 * whose location can be opened from another process.
 */
public interface MultiProcessContract extends StoreOpener {

  /** Where the store of the present test is, as {@link Engines#open} takes it. */
  String location();

  /** What the store shall promise if it has yet to be created. */
  default Durability durability() {
    return Durability.PROCESS;
  }

  @Override
  default JournalStore open() {
    return Engines.open(location(), durability());
  }

  /** Processes that append at once lose nothing, tear nothing, and see one order. */
  @Test
  default void processes_appendInOneOrder() throws Exception {
    int count = 500;
    try (ClientPool clients = new ClientPool(location(), durability(), 4);
        JournalStore store = open()) {
      clients.each(i -> "append point w" + i + " " + count);
      for (int i = 0; i < clients.size(); i++) {
        assertThat(clients.get(i).records()).isEqualTo(Records.numbered("w" + i, count));
      }
      clients.each(i -> "read point");
      List<String> order = Records.all(store, POINT);

      assertThat(order).hasSize(clients.size() * count);
      for (int i = 0; i < clients.size(); i++) {
        assertThat(clients.get(i).records()).isEqualTo(order);
        assertThat(Records.by("w" + i, order)).isEqualTo(Records.numbered("w" + i, count));
      }
    }
  }

  /**
   * Who lives is ALIVE to others; killed, it is DEAD, its locks are free, and it can be forgotten.
   */
  @Test
  default void process_isAliveUntilKilled_thenDeadAndItsLocksFree() throws Exception {
    try (ClientPool clients = new ClientPool(location(), durability(), 2);
        JournalStore store = open()) {
      ClientProcess victim = clients.get(0);
      String session = victim.ask("session");
      assertThat(victim.ask("exclusive removal")).isEqualTo("held");
      assertThat(store.probe(session)).isEqualTo(Life.ALIVE);
      assertThat(clients.get(1).ask("probe " + session)).isEqualTo("ALIVE");
      assertThat(victim.ask("probe " + session)).isEqualTo("ALIVE");
      assertThat(store.probe(session)).isEqualTo(Life.ALIVE);

      victim.kill();
      assertThat(Eventually.so(() -> store.probe(session) == Life.DEAD)).isTrue();
      store.exclusive("removal", Eventually.PATIENCE).close();
      assertThat(Crowd.of(4, i -> () -> store.probe(session))).containsOnly(Life.DEAD);
      assertThat(clients.get(1).ask("probe " + session)).isEqualTo("DEAD");
      store.forgetSession(session);
      assertThat(store.probe(session)).isEqualTo(Life.UNKNOWN);
      assertThat(store.sessions()).isEmpty();
    }
  }

  /** What a killed process has noted can still be read, until its session is forgotten. */
  @Test
  default void process_killed_leavesItsNotesUntilItIsForgotten() throws Exception {
    try (ClientPool clients = new ClientPool(location(), durability(), 1);
        JournalStore store = open()) {
      String session = clients.get(0).ask("session");
      clients.get(0).ask("note last-words");
      clients.get(0).kill();

      assertThat(Eventually.so(() -> store.probe(session) == Life.DEAD)).isTrue();
      assertThat(store.sessions().get(0).ended()).isEmpty();
      assertThat(store.sessions().get(0).holder().orElseThrow().pid())
          .isEqualTo(clients.get(0).pid());
      assertThat(store.notes(session)).extracting(Records::text).containsExactly("last-words");
      store.forgetSession(session);
      assertThat(store.notes(session)).isEmpty();
    }
  }

  /** A session that ended in another process is dead by its word, while that process lives on. */
  @Test
  default void process_thatEndedItsSession_livesOn_andTheSessionIsDead() throws Exception {
    try (ClientPool clients = new ClientPool(location(), durability(), 2);
        JournalStore store = open()) {
      String session = clients.get(0).ask("session");
      clients.get(0).ask("end");

      assertThat(store.probe(session)).isEqualTo(Life.DEAD);
      assertThat(store.sessions().get(0).ended()).isPresent();
      assertThat(clients.get(1).ask("probe " + session)).isEqualTo("DEAD");
      assertThat(clients.get(0).ask("probe " + session)).isEqualTo("DEAD");
      clients.get(1).ask("forget " + session);
      assertThat(clients.get(0).ask("probe " + session)).isEqualTo("UNKNOWN");
    }
  }

  /** A process that was killed while it began and ended sessions leaves nothing that is wrong. */
  @Test
  default void process_killedWhileSessionsComeAndGo_leavesNothingWrong() throws Exception {
    try (JournalStore store = open()) {
      for (int i = 0; i < 4; i++) {
        try (ClientPool clients = new ClientPool(location(), durability(), 2)) {
          clients.each(client -> "churn");
          assertThat(Eventually.so(() -> store.sessions().size() > 20)).isTrue();
          clients.get(0).kill();
          clients.get(1).kill();
        }
        for (SessionTrace trace : store.sessions()) {
          assertThat(Eventually.so(() -> store.probe(trace.id()) != Life.ALIVE)).isTrue();
          assertThat(store.probe(trace.id())).as("%s", trace).isEqualTo(Life.DEAD);
          store.forgetSession(trace.id());
        }
        assertThat(store.sessions()).isEmpty();
      }
    }
  }

  /** A session of which nobody has the object any more lives on, as long as its process does. */
  @Test
  default void session_outlivesItsObject() throws Exception {
    try (ClientPool clients = new ClientPool(location(), durability(), 1);
        JournalStore store = open()) {
      String session = clients.get(0).ask("forgotten");
      assertThat(store.probe(session)).isEqualTo(Life.ALIVE);
      clients.get(0).kill();
      assertThat(Eventually.so(() -> store.probe(session) == Life.DEAD)).isTrue();
    }
  }

  /** One process has the lock, and the others get it as soon as that one is gone. */
  @Test
  default void exclusive_isExclusiveAmongProcesses() throws Exception {
    try (ClientPool clients = new ClientPool(location(), durability(), 2);
        JournalStore store = open()) {
      Exclusive mine = store.exclusive("removal", Duration.ZERO);
      clients.get(0).say("exclusive removal");
      assertThat(clients.get(0).hasAnswered(Duration.ofMillis(300))).isFalse();
      mine.close();
      assertThat(clients.get(0).answer()).isEqualTo("held");

      clients.get(1).say("exclusive removal");
      assertThat(clients.get(1).hasAnswered(Duration.ofMillis(300))).isFalse();
      clients.get(0).kill();
      assertThat(clients.get(1).answer()).isEqualTo("held");
    }
  }

  /** While one process takes journals away, what was said to stand is in exactly one of them. */
  @Test
  default void append_thatStoodIsInExactlyOneJournal_amongProcesses() throws Exception {
    List<String> found = new ArrayList<>();
    List<Journal> removed = new ArrayList<>();
    try (ClientPool clients = new ClientPool(location(), durability(), 3);
        JournalStore store = open()) {
      clients.each(i -> "append point w" + i + " 2000");
      while (removed.size() < 60) {
        Journal journal = store.create(POINT);
        removed.add(journal);
        Eventually.so(() -> found.addAll(Records.readOn(journal)) || clients.allAnswered());
        try (Exclusive lock = store.exclusive("removal", Eventually.PATIENCE)) {
          store.remove(journal, Records.bytes("gone"));
        }
      }
      List<String> stood = new ArrayList<>();
      for (int i = 0; i < clients.size(); i++) {
        stood.addAll(clients.get(i).records());
      }
      store.open(POINT).ifPresent(removed::add);
      for (Journal journal : removed) {
        found.addAll(Records.readOn(journal));
        journal.close();
      }

      assertThat(found).doesNotHaveDuplicates().containsAll(stood);
    }
  }

  /** A process that is stopped, not dead, is ALIVE, and holds up nobody who rings at it. */
  @Test
  default void doorbell_ofAStoppedProcessHoldsUpNobody() throws Exception {
    try (ClientPool clients = new ClientPool(location(), durability(), 1);
        JournalStore store = open();
        Journal journal = store.create(POINT);
        Session mine = store.openSession(new ManualTime().now());
        Session other = store.openSession(new ManualTime().now());
        BellPump ringer = new BellPump(store.doorbell(mine));
        BellPump listener = new BellPump(store.doorbell(other))) {
      String stopped = clients.get(0).ask("session");
      assumeTrue(clients.get(0).stop(), "processes cannot be stopped here");
      assertThat(store.probe(stopped)).isEqualTo(Life.ALIVE);
      long start = System.nanoTime();
      for (int i = 0; i < 10_000; i++) {
        ringer.ring(Set.of(stopped), POINT);
      }
      ringer.ring(Set.of(other.id()), POINT);
      journal.append(Records.of("news"));

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      assertThat(Eventually.so(() -> listener.heard(POINT))).isTrue();
    }
  }
}
