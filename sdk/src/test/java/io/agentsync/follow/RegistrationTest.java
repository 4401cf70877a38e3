package io.agentsync.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.agent.Head;
import io.agentsync.agent.Registration;
import io.agentsync.agent.Vital;
import io.agentsync.codec.AgentCodec;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Life;
import io.agentsync.model.AgentConflictException;
import io.agentsync.model.AgentInfo;
import io.agentsync.model.AgentStatus;
import io.agentsync.model.CleanupOptions;
import io.agentsync.model.CleanupReport;
import io.agentsync.model.Liveness;
import io.agentsync.model.Moment;
import io.agentsync.model.StoreBusyException;
import io.agentsync.model.StoreException;
import io.agentsync.model.SyncState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who holds an agent, who takes it over, and when it is removed. */
class RegistrationTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final HandTime time = new HandTime("here");
  private final ScriptedStore store = new ScriptedStore();
  private final AgentReader reader = new AgentReader(store.plain(), time);
  private final List<Desk> desks = new ArrayList<>();
  private final Desk one = desk();
  private final Desk other = desk();

  @AfterEach
  void close() {
    desks.forEach(Desk::close);
  }

  @Test
  void r01_aLivingHolderIsNamedToWhoeverElseRegisters() {
    one.register("a");
    time.advance(DAY);

    assertThatThrownBy(() -> other.register("a"))
        .isInstanceOfSatisfying(
            AgentConflictException.class,
            conflict -> {
              assertThat(conflict.agentId()).isEqualTo("a");
              assertThat(conflict.process()).hasValue(process());
              assertThat(conflict.since()).isEqualTo(info("a").registeredAt());
            })
        .hasMessageContaining(process())
        .hasMessageContaining("sync-diag deregister a");
    assertThatThrownBy(() -> other.registerUnattended("a"))
        .isInstanceOf(AgentConflictException.class);
    assertThat(info("a").liveness()).isEqualTo(Liveness.SUSPECT);
  }

  @Test
  void r02_aHolderOfWhomNothingCanBeSaidIsNotReplaced() {
    one.register("a");
    one.session.close();

    assertThat(info("a").liveness()).isEqualTo(Liveness.UNKNOWN);
    assertThatThrownBy(() -> other.register("a")).isInstanceOf(AgentConflictException.class);
    assertThat(other.roll.deregister("a")).isTrue();
    assertThat(other.register("a").number()).isEqualTo(2);
  }

  @Test
  void r01_whoeverIsDeadIsTakenOver() {
    one.register("a");
    one.roll.say("a", AgentStatus.ERROR, Optional.of("fails"));
    one.close();

    assertThat(info("a").liveness()).isEqualTo(Liveness.DEAD);
    Registration taken = other.register("a");
    assertThat(taken.number()).isEqualTo(2);
    assertThat(taken.status()).isEqualTo(AgentStatus.ACTIVE);
    assertThat(info("a").liveness()).isEqualTo(Liveness.ALIVE);
  }

  @Test
  void r02_aSessionThatEndsInGoodOrderLeavesWordOnlyIfItHoldsAgents() {
    one.register("a");
    other.register("b");
    other.roll.deregister("b");
    one.close();
    other.close();

    assertThat(store.plain().probe(one.session.id())).isEqualTo(Life.DEAD);
    assertThat(store.plain().sessions()).hasSize(1);
  }

  @Test
  void r01_whatNoProcessHoldsIsTakenOverWhenItIsSuspect() {
    one.registerUnattended("a");
    time.advance(Duration.ofSeconds(60));
    assertThatThrownBy(() -> other.register("a"))
        .isInstanceOf(AgentConflictException.class)
        .hasMessageContaining("no process holds it");

    time.advance(SECOND);
    assertThat(other.register("a").session()).hasValue(other.session.id());
  }

  @Test
  void r01_aRaceForADeadAgentHasOneWinner() {
    one.register("a");
    one.close();
    Desk slow = desk(store.scripted());
    store.before("append", () -> other.register("a"));

    assertThatThrownBy(() -> slow.register("a")).isInstanceOf(AgentConflictException.class);
    assertThat(other.register("a").number()).isEqualTo(3);
  }

  @Test
  void j06_whatFailedAndLandedAllTheSameCountsOnce() {
    Desk shaky = desk(store.scripted());
    store.failAfter("append");

    assertThat(shaky.register("a").number()).isEqualTo(1);
    store.failAfter("append");
    assertThat(shaky.roll.deregister("a")).isTrue();
    assertThat(reader.info("a")).isEmpty();
    assertThat(store.playedOut()).isTrue();
  }

  @Test
  void j06_whatFailedAndDidNotLandFails() {
    Desk shaky = desk(store.scripted());
    store.failBefore("append");

    assertThatThrownBy(() -> shaky.register("a"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("append fails on purpose");
    assertThat(reader.info("a")).isEmpty();
    assertThat(shaky.register("a").slot()).hasValue(0);
  }

  @Test
  void j06_whatWasDamagedOnItsWayIsAppendedAgain() {
    Desk shaky = desk(store.scripted());
    store.damageNext();

    assertThat(shaky.register("a").number()).isEqualTo(1);
    assertThat(reader.survey().problems()).hasSize(1);
    assertThat(info("a").liveness()).isEqualTo(Liveness.ALIVE);
  }

  @Test
  void j07_whoeverFindsTheJournalClosedGoesOnInTheNext() {
    one.register("a");
    one.roll.deregister("a");
    Desk slow = desk(store.scripted());
    store.before("append", () -> assertThat(stale(Duration.ZERO)).isEqualTo(1));

    assertThat(slow.register("a").number()).isEqualTo(2);
    assertThat(info("a").liveness()).isEqualTo(Liveness.ALIVE);
  }

  @Test
  void r01_ofManyWhoRegisterAtOnceOneHolds() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 20; round++) {
        String agent = "a" + round;
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Optional<Desk>>> racers = new ArrayList<>();
        for (int racer = 0; racer < 8; racer++) {
          Desk desk = racer % 2 == 0 ? one : desk();
          racers.add(threads.submit(registering(desk, agent, go)));
        }
        go.countDown();
        List<Desk> winners = new ArrayList<>();
        for (Future<Optional<Desk>> racer : racers) {
          racer.get().ifPresent(winners::add);
        }
        assertThat(Set.copyOf(winners)).hasSize(1);
        assertThat(info(agent).liveness()).isEqualTo(Liveness.ALIVE);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void r03_aDeregisteredAgentsProcessIsToldAndBeatsNoMore() {
    one.register("a");
    assertThat(one.roll.beat("a")).isTrue();
    assertThat(other.roll.deregister("a")).isTrue();
    assertThat(other.rung).containsExactly(one.session.id());

    one.roll.heard(AgentJournals.of("a"));
    assertThat(one.roll.beat("a")).isFalse();
    assertThat(reader.info("a")).isEmpty();
    assertThat(reader.survey().agents()).isEmpty();
  }

  @Test
  void r03_anybodyMayBeatForAnAgent() {
    one.register("a");
    time.advance(Duration.ofMinutes(5));
    assertThat(info("a").liveness()).isEqualTo(Liveness.SUSPECT);

    assertThat(other.roll.beat("a")).isTrue();
    assertThat(info("a").liveness()).isEqualTo(Liveness.ALIVE);
    assertThat(info("a").lastSeen()).isEqualTo(time.now().wall());
  }

  @Test
  void r03_whereAnAgentWaitsIsSeenByAll() {
    one.register("a");
    one.roll.waitAt(this, "a", "p");
    one.roll.stop();

    assertThat(info("a").waitingAt()).hasValue("p");
    assertThat(info("a").status()).isEqualTo(AgentStatus.ACTIVE);
  }

  @Test
  void j08_aLongJournalIsRotatedAndTheRegistrationGoesOn() {
    one.register("a");
    one.roll.say("a", AgentStatus.ERROR, Optional.of("x".repeat(60_000)));
    for (int i = 0; i < 6; i++) {
      assertThat(one.roll.say("a", AgentStatus.SYNCING, Optional.of(i + "x".repeat(60_000))))
          .isTrue();
    }

    assertThat(info("a").lastAction())
        .hasValueSatisfying(action -> assertThat(action).startsWith("5x"));
    assertThat(store.plain().removed(AgentJournals.SPACE)).hasSize(1);
    assertThat(one.register("a").number()).isEqualTo(2);
    assertThat(info("a").status()).isEqualTo(AgentStatus.SYNCING);
  }

  @Test
  void j08_anAgentWhoseNextJournalIsNotThereYetIsNotForgotten() {
    Registration registered = one.register("a");
    try (Journal journal = store.plain().open(AgentJournals.of("a")).orElseThrow()) {
      Head next = new Head(2, 1, Optional.of(registered), Optional.of(time.now()));
      store.plain().remove(journal, AgentCodec.encode(next));
    }
    one.close();
    time.advance(SECOND);

    assertThat(reader.survey().agents()).extracting(AgentInfo::agentId).containsExactly("a");
    clean(Optional.empty());
    assertThat(info("a").liveness()).isEqualTo(Liveness.DEAD);
    assertThat(stale(DAY)).isZero();
    time.advance(DAY);
    assertThat(stale(DAY)).isEqualTo(1);
    assertThat(reader.survey().agents()).isEmpty();
  }

  @Test
  void r04_theDeadTheDeregisteredAndTheUnattendedGoWhenTheyAreOld() {
    one.register("dead");
    one.close();
    other.register("left");
    other.roll.deregister("left");
    other.registerUnattended("shell");
    Registration alive = other.register("alive");
    assertThat(stale(DAY)).isZero();
    time.advance(DAY);

    assertThat(stale(DAY)).isEqualTo(3);
    assertThat(reader.survey().agents()).extracting(AgentInfo::agentId).containsExactly("alive");
    assertThat(store.plain().removed(AgentJournals.SPACE)).hasSize(3);
    assertThat(other.register("dead").number()).isEqualTo(2);
    assertThat(alive.number()).isEqualTo(1);
  }

  @Test
  void r04_whoeverMayLiveIsNeverRemoved() {
    one.register("a");
    one.session.close();
    time.advance(Duration.ofDays(1000));

    assertThat(info("a").liveness()).isEqualTo(Liveness.UNKNOWN);
    assertThat(stale(Duration.ZERO)).isZero();
  }

  @Test
  void r04_whoeverIsHeardOfMeanwhileStays() {
    one.registerUnattended("a");
    time.advance(DAY);
    Desk slow = desk(store.scripted());
    store.before("append", () -> one.roll.beat("a"));

    assertThat(stale(DAY, slow)).isZero();
    assertThat(store.playedOut()).isTrue();
    assertThat(reader.info("a")).isPresent();
  }

  @Test
  void r04_oneCleanupAtATime() {
    try (var held = store.plain().exclusive(Cleanup.LOCK, Duration.ZERO)) {
      assertThatThrownBy(() -> stale(DAY)).isInstanceOf(StoreBusyException.class);
    }
  }

  @Test
  void r02_aSessionIsRememberedAsLongAsAnAgentNamesIt() {
    one.register("a");
    one.close();
    CleanupReport report = clean(Optional.empty());
    assertThat(report.removed()).isEmpty();
    assertThat(info("a").liveness()).isEqualTo(Liveness.DEAD);

    time.advance(SECOND);
    assertThat(clean(Optional.of(Duration.ZERO)).removed())
        .extracting(CleanupReport.Item::id)
        .contains("a", "session " + one.session.id());
  }

  @Test
  void sp13_theVitalsTellTheGoneFromTheLate() {
    RegistryVitals vitals = new RegistryVitals(store.plain(), time);
    Moment before = time.now();
    assertThat(vitals.of("a", before)).isEqualTo(Vital.UNREGISTERED);
    time.advance(SECOND);
    one.register("a");
    time.advance(DAY);
    Moment opening = time.now();
    assertThat(vitals.of("a", before).state()).isEqualTo(Vital.State.ALIVE);
    time.advance(SECOND);
    one.close();

    Moment seen = time.now();
    Vital gone = vitals.of("a", opening);
    assertThat(gone.state()).isEqualTo(Vital.State.GONE);
    assertThat(gone.goneSince()).hasValue(seen);
    assertThat(gone.livedAfter()).isTrue();
    time.advance(SECOND);
    assertThat(vitals.of("a", time.now()).goneSince()).hasValue(seen);
    assertThat(vitals.of("a", time.now()).livedAfter()).isFalse();
    assertThat(new RegistryVitals(store.plain(), time).of("a", before).livedAfter()).isTrue();
  }

  @Test
  void sp13_whoeverLeftIsGoneUntilItComesBack() {
    RegistryVitals vitals = new RegistryVitals(store.plain(), time);
    Moment opening = time.now();
    one.register("a");
    one.roll.deregister("a");
    assertThat(vitals.of("a", opening)).isEqualTo(Vital.gone(time.now(), true, "was deregistered"));

    one.register("a");
    assertThat(vitals.of("a", opening).state()).isEqualTo(Vital.State.ALIVE);
  }

  private Callable<Optional<Desk>> registering(Desk desk, String agent, CountDownLatch go) {
    return () -> {
      go.await();
      try {
        desk.register(agent);
        return Optional.of(desk);
      } catch (AgentConflictException e) {
        return Optional.empty();
      }
    };
  }

  private Desk desk() {
    return desk(store.plain());
  }

  private Desk desk(JournalStore seen) {
    Desk desk = new Desk(seen, time);
    desks.add(desk);
    return desk;
  }

  private int stale(Duration age) {
    return stale(age, other);
  }

  private int stale(Duration age, Desk by) {
    return new AgentCleanup(store.plain(), () -> by.roll, Optional.of(age), false, time.now())
        .run();
  }

  /** Nothing is wanted of points; agents go as said. */
  private CleanupReport clean(Optional<Duration> staleAgents) {
    CleanupOptions options = new CleanupOptions(DAY, Set.of(SyncState.ERROR), staleAgents, false);
    ProcessSession session = new ProcessSession(store.plain(), time, time.now());
    try {
      return new Cleanup(
              store.plain(), List.of(Party.POINT.space()), options, () -> session, time.now())
          .run();
    } finally {
      session.close();
    }
  }

  private AgentInfo info(String agent) {
    return reader.info(agent).orElseThrow();
  }

  private static String process() {
    return "pid %d on this-jvm".formatted(ProcessHandle.current().pid());
  }
}
