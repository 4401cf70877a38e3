package io.agentsync.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.AgentSynchronizer;
import io.agentsync.model.AgentInfo;
import io.agentsync.model.AgentStatus;
import io.agentsync.model.Liveness;
import io.agentsync.model.StoreUnreachableException;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What those who wait are told when the connection of their process is lost. */
class OutageTest {

  private static final Set<String> BOTH = Set.of("a", "b");

  private final String direct = TestEnsemble.freshLocation();
  private FaultyWire wire;
  private AgentSynchronizer mine;
  private AgentSynchronizer other;

  @BeforeEach
  void open() throws Exception {
    wire = TestEnsemble.wire();
    mine = AgentSynchronizer.open(TestEnsemble.over(wire, direct));
    other = AgentSynchronizer.open(direct);
  }

  @AfterEach
  void close() throws Exception {
    other.close();
    wire.heal();
    assertThat(Eventually.so(() -> mine.registry().storeExists())).isTrue();
    mine.close();
    wire.close();
  }

  @Test
  void sp12_whoWaitsThroughAShortOutageIsToldWhatTheOthersAreTold() {
    CompletableFuture<SyncResult> waiting = mine.joinOrCreateSyncPoint("p", "a", BOTH);
    wire.cut();
    CompletableFuture<SyncResult> there = other.joinOrCreateSyncPoint("p", "b", BOTH);
    assertThat(there.join().outcome()).isEqualTo(SyncOutcome.COMPLETED);

    wire.heal();
    SyncResult told = within(waiting, 20);
    assertThat(told.outcome()).isEqualTo(SyncOutcome.COMPLETED);
    assertThat(told.generation()).isEqualTo(there.join().generation());
  }

  @Test
  void sp12_whoWaitsAndExpiresResumesWithItsClaim() {
    mine.registry().registerAgent("a", "worker", List.of());
    CompletableFuture<SyncResult> waiting = mine.joinOrCreateSyncPoint("p", "a", BOTH);
    wire.cut();
    assertThat(Eventually.so(() -> liveness("a") == Liveness.DEAD)).isTrue();
    wire.heal();
    CompletableFuture<SyncResult> there = other.joinOrCreateSyncPoint("p", "b", BOTH);

    assertThat(within(there, 20).arrived()).containsExactlyInAnyOrder("a", "b");
    assertThat(within(waiting, 20).outcome()).isEqualTo(SyncOutcome.COMPLETED);
    CompletableFuture<SyncResult> again = next(mine, "a");
    assertThat(within(next(other, "b"), 20).generation()).isEqualTo(2);
    assertThat(within(again, 20).generation()).isEqualTo(2);
  }

  @Test
  void sp12_whoCallsDuringAShortOutageTakesPartWhenItIsOver() {
    meet();
    wire.cut();
    CompletableFuture<SyncResult> here = next(mine, "a");
    assertThat(here).isNotDone();
    wire.heal();

    assertThat(within(next(other, "b"), 20).arrived()).containsExactlyInAnyOrder("a", "b");
    assertThat(within(here, 20).outcome()).isEqualTo(SyncOutcome.COMPLETED);
  }

  @Test
  void sp12_whoCallsDuringAnOutageHoldsUpNobodyWhoWaits() {
    Duration timeout = Duration.ofSeconds(3);
    CompletableFuture<SyncResult> waiting = mine.joinOrCreateSyncPoint("p", "a", BOTH, timeout);
    long start = System.nanoTime();
    wire.mute();
    CompletableFuture<SyncResult> caller = mine.joinOrCreateSyncPoint("p", "b", BOTH, timeout);
    CompletableFuture<SyncResult> other = mine.joinOrCreateSyncPoint("p", "b", BOTH, timeout);

    for (CompletableFuture<SyncResult> each : List.of(waiting, caller, other)) {
      assertThatThrownBy(() -> within(each, 20))
          .hasCauseInstanceOf(StoreUnreachableException.class)
          .hasMessageContaining("127.0.0.1:" + wire.port());
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isLessThan(timeout.plusSeconds(2).plusMillis(500));
  }

  @Test
  void sp12_whoCallsWhileItStaysAwayIsToldWhereItWasLookedFor() {
    meet();
    wire.cut();
    assertThatThrownBy(() -> within(next(mine, "a"), 20))
        .hasCauseInstanceOf(StoreUnreachableException.class)
        .hasMessageContaining("127.0.0.1:" + wire.port());
  }

  @Test
  void sp12_whereTheStoreStaysAwayEveryWaitEndsByItsDeadlineAndTwoSeconds() {
    Duration timeout = Duration.ofSeconds(3);
    CompletableFuture<SyncResult> one = mine.joinOrCreateSyncPoint("p", "a", BOTH, timeout);
    CompletableFuture<SyncResult> two = mine.joinOrCreateSyncPoint("q", "a", BOTH, timeout);
    long start = System.nanoTime();
    wire.cut();

    for (CompletableFuture<SyncResult> waiting : List.of(one, two)) {
      assertThatThrownBy(() -> within(waiting, 20))
          .isInstanceOf(CompletionException.class)
          .hasMessageContaining("127.0.0.1:" + wire.port());
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isLessThan(timeout.plusSeconds(2).plusMillis(500));
  }

  @Test
  void sp12_whereNothingAnswersAnyMoreEveryWaitEndsByItsDeadlineAndTwoSeconds() {
    Duration timeout = Duration.ofSeconds(3);
    CompletableFuture<SyncResult> one = mine.joinOrCreateSyncPoint("p", "a", BOTH, timeout);
    CompletableFuture<SyncResult> two = mine.joinOrCreateSyncPoint("q", "a", BOTH, timeout);
    long start = System.nanoTime();
    wire.mute();

    for (CompletableFuture<SyncResult> waiting : List.of(one, two)) {
      assertThatThrownBy(() -> within(waiting, 20)).isInstanceOf(CompletionException.class);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isLessThan(timeout.plusSeconds(2).plusMillis(500));
  }

  @Test
  void r02_agentsOfWhoExpiredAreRegisteredAnewAsTheyWere() {
    mine.registry().registerAgent("a", "worker", List.of("review"), Map.of("k", "v"));
    mine.registry().updateAgentStatus("a", AgentStatus.ERROR, "stuck");
    wire.cut();
    assertThat(Eventually.so(() -> liveness("a") == Liveness.DEAD)).isTrue();
    wire.heal();

    assertThat(mine.registry().heartbeat("a")).isTrue();
    assertThat(Eventually.so(() -> liveness("a") == Liveness.ALIVE)).isTrue();
    assertThat(Eventually.so(() -> agent("a").status() == AgentStatus.ERROR)).isTrue();
    assertThat(agent("a").lastAction()).hasValue("stuck");
    assertThat(agent("a").metadata()).containsEntry("k", "v");
  }

  @Test
  void r01_whoExpiredDoesNotTakeBackWhatSomebodyElseHasTakenOver() {
    mine.registry().registerAgent("a", "worker", List.of());
    wire.cut();
    assertThat(Eventually.so(() -> liveness("a") == Liveness.DEAD)).isTrue();
    other.registry().registerAgent("a", "successor", List.of());
    wire.heal();

    assertThat(mine.registry().heartbeat("a")).isTrue();
    assertThat(
            Eventually.so(
                () -> mine.registry().updateAgentStatus("a", AgentStatus.ACTIVE, "on my way")))
        .isTrue();
    assertThat(agent("a").role()).isEqualTo("successor");
  }

  private AgentInfo agent(String agent) {
    return other.registry().getAgent(agent).orElseThrow();
  }

  private Liveness liveness(String agent) {
    return agent(agent).liveness();
  }

  private void meet() {
    CompletableFuture<SyncResult> here = next(mine, "a");
    assertThat(within(next(other, "b"), 20).success()).isTrue();
    assertThat(within(here, 20).success()).isTrue();
  }

  private static CompletableFuture<SyncResult> next(AgentSynchronizer synchronizer, String agent) {
    return synchronizer.joinOrCreateSyncPoint("p", agent, BOTH);
  }

  private static SyncResult within(CompletableFuture<SyncResult> future, int seconds) {
    return future.copy().orTimeout(seconds, TimeUnit.SECONDS).join();
  }
}
