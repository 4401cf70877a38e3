package io.agentsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.AgentSynchronizer;
import io.agentsync.model.ArrivalStatus;
import io.agentsync.model.SpecConflictException;
import io.agentsync.model.SyncOptions;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import io.agentsync.model.SyncState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** How agents meet, as those see it who use the SDK, on any engine. */
public interface MeetingContract extends StoreOfTest {

  /** Who is required by most of these meetings. */
  Set<String> AB = Set.of("a", "b");

  /** A timeout of a meeting to which somebody does not come. */
  Duration SOON = Duration.ofMillis(200);

  /** All who meet are told the same, and meet again. */
  @Test
  default void sp09_bothAreToldTheSame_roundAfterRound() throws Exception {
    try (AgentSynchronizer sync = synchronizer()) {
      for (int round = 1; round <= 3; round++) {
        CompletableFuture<SyncResult> a = sync.joinOrCreateSyncPoint("p", "a", AB);
        CompletableFuture<SyncResult> b = sync.joinOrCreateSyncPoint("p", "b", AB);

        assertThat(a.get().generation()).isEqualTo(round);
        assertThat(a.get().withWaited(Duration.ZERO)).isEqualTo(b.get().withWaited(Duration.ZERO));
        assertThat(a.get().success()).isTrue();
      }
    }
  }

  /** An agent that was deregistered is lost to those who wait for it, after the grace. */
  @Test
  default void sp13_whoWaitsForAnAgentThatHasLeftIsToldSo() throws Exception {
    try (AgentSynchronizer sync = synchronizer()) {
      sync.registry().registerAgent("b", "worker", Set.of());
      CompletableFuture<SyncResult> a =
          sync.joinOrCreateSyncPoint(
              "p", "a", AB, SyncOptions.builder().lossGrace(Duration.ofMillis(500)).build());
      CompletableFuture<SyncResult> patient =
          sync.joinOrCreateSyncPoint("q", "a", AB, SyncOptions.builder().waitForLost().build());

      assertThat(sync.registry().deregisterAgent("b")).isTrue();

      SyncResult result = a.get();
      assertThat(result.outcome()).isEqualTo(SyncOutcome.AGENT_LOST);
      assertThat(result.missing()).containsExactly("b");
      assertThat(result.reason().orElseThrow())
          .contains("b is lost: was deregistered, known since");
      assertThat(patient.isDone()).isFalse();
    }
  }

  /** Payloads are handed to all, and a quorum completes a meeting. */
  @Test
  default void sp08_agentsSwapWhatTheyBring_andAQuorumIsEnough() throws Exception {
    try (AgentSynchronizer sync = synchronizer()) {
      SyncOptions brings = SyncOptions.builder().quorum(2).payload(Map.of("tests", 12)).build();
      SyncOptions fails =
          SyncOptions.builder().quorum(2).status(ArrivalStatus.FAILED).payload("no disk").build();
      Set<String> abc = Set.of("a", "b", "c");

      CompletableFuture<SyncResult> c = sync.joinOrCreateSyncPoint("p", "c", abc, fails);
      CompletableFuture<SyncResult> a = sync.joinOrCreateSyncPoint("p", "a", abc, brings);
      SyncResult b = sync.joinOrCreateSyncPoint("p", "b", abc, brings).get();

      assertThat(b.outcome()).isEqualTo(SyncOutcome.COMPLETED);
      assertThat(b.payloads())
          .isEqualTo(Map.of("a", Map.of("tests", 12L), "b", Map.of("tests", 12L), "c", "no disk"));
      assertThat(a.get().payloads()).isEqualTo(b.payloads()).isEqualTo(c.get().payloads());
    }
  }

  /** An operator gives a meeting more time, and goes on without an agent. */
  @Test
  default void sp16_anOperatorExcusesAndExtends() throws Exception {
    try (AgentSynchronizer sync = synchronizer()) {
      CompletableFuture<SyncResult> a = sync.joinOrCreateSyncPoint("p", "a", AB);
      Instant before = sync.getSyncStatus("p").deadline().orElseThrow();

      assertThat(sync.extendSync("p", Duration.ofHours(1), "a long build")).isTrue();
      assertThat(sync.getSyncStatus("p").deadline()).contains(before.plus(Duration.ofHours(1)));
      assertThat(sync.excuseAgent("p", "b", "ill")).isTrue();

      assertThat(a.get().outcome()).isEqualTo(SyncOutcome.COMPLETED);
      assertThat(a.get().excused()).containsExactly("b");
      assertThat(sync.excuseAgent("p", "b", "ill")).isFalse();
    }
  }

  /** Who waits is told at the deadline who did not come. */
  @Test
  default void sp12_aWaitEndsByItsDeadline() throws Exception {
    try (AgentSynchronizer sync = synchronizer()) {
      long started = System.nanoTime();
      SyncResult result = sync.joinOrCreateSyncPoint("p", "a", AB, SOON).get();

      assertThat(result.outcome()).isEqualTo(SyncOutcome.TIMED_OUT);
      assertThat(result.missing()).containsExactly("b");
      assertThat(Duration.ofNanos(System.nanoTime() - started))
          .isBetween(SOON, SOON.plus(Duration.ofSeconds(2)));
    }
  }

  /** A cancelled call leaves no claim. */
  @Test
  default void sp06_cancelWithdraws() throws Exception {
    try (AgentSynchronizer sync = synchronizer()) {
      sync.createSyncPoint("p", AB);
      CompletableFuture<SyncResult> a = sync.joinOrCreateSyncPoint("p", "a", AB);

      assertThat(a.cancel(true)).isTrue();
      assertThat(a.isCancelled()).isTrue();
      assertThat(sync.getSyncStatus("p").state()).isEqualTo(SyncState.READY);
    }
  }

  /** What has ended cannot be cancelled. */
  @Test
  default void sp06_cancelAfterTheEndReturnsFalse() throws Exception {
    try (AgentSynchronizer sync = synchronizer()) {
      CompletableFuture<SyncResult> a = sync.joinOrCreateSyncPoint("p", "a", Set.of("a"));

      assertThat(a.cancel(true)).isFalse();
      assertThat(a.get().success()).isTrue();
    }
  }

  /** A future that is completed by others leaves no claim. */
  @Test
  default void sp06_aFutureCompletedByOthersWithdraws() throws Exception {
    try (AgentSynchronizer sync = synchronizer()) {
      CompletableFuture<SyncResult> a = sync.joinOrCreateSyncPoint("p", "a", AB);

      assertThatThrownBy(a.orTimeout(50, TimeUnit.MILLISECONDS)::get)
          .hasCauseInstanceOf(TimeoutException.class);
      assertThat(Eventually.so(() -> outcome(sync).filter(SyncOutcome.ABORTED::equals).isPresent()))
          .isTrue();
    }
  }

  /** An interrupted call leaves no claim. */
  @Test
  default void sp06_anInterruptWithdraws() throws Exception {
    try (AgentSynchronizer sync = synchronizer()) {
      List<Throwable> thrown = new ArrayList<>();
      Thread waiter =
          new Thread(
              () -> {
                try {
                  sync.meet("p", "a", AB);
                } catch (InterruptedException e) {
                  thrown.add(e);
                }
              });
      waiter.start();
      assertThat(Eventually.so(() -> !sync.survey().syncPoints().isEmpty())).isTrue();
      waiter.interrupt();
      waiter.join();

      assertThat(thrown).hasSize(1);
      assertThat(sync.getSyncStatus("p").arrived()).isEmpty();
    }
  }

  /** Closing leaves no claim. */
  @Test
  default void sp06_closeWithdraws() throws Exception {
    try (AgentSynchronizer sync = synchronizer()) {
      CompletableFuture<SyncResult> b;
      try (AgentSynchronizer other = synchronizer()) {
        sync.createSyncPoint("p", AB);
        b = other.joinOrCreateSyncPoint("p", "b", AB);
      }
      assertThat(b.get().outcome()).isEqualTo(SyncOutcome.WITHDRAWN);
      assertThat(sync.getSyncStatus("p").arrived()).isEmpty();
    }
  }

  /** Who expects others is told both sets, and disturbs nobody. */
  @Test
  default void sp02_anotherSetIsToldBothAtOnce() throws Exception {
    try (AgentSynchronizer sync = synchronizer()) {
      CompletableFuture<SyncResult> a = sync.joinOrCreateSyncPoint("p", "a", AB);
      SyncResult b = sync.joinOrCreateSyncPoint("p", "b", Set.of("a", "b", "c")).get();

      assertThat(b.outcome()).isEqualTo(SyncOutcome.MISMATCH);
      assertThat(b.reason().orElseThrow()).contains("{a, b, c}", "{a, b}");
      assertThat(a.isDone()).isFalse();
      assertThat(sync.diagnoseSyncIssues("p").findings())
          .anySatisfy(finding -> assertThat(finding.code()).isEqualTo("mismatched-sets"));
    }
  }

  /** A forced meeting lets those go on who wait, and those who come later. */
  @Test
  default void sp16_forceWakesThoseWhoWait() throws Exception {
    try (AgentSynchronizer sync = synchronizer()) {
      CompletableFuture<SyncResult> a = sync.joinOrCreateSyncPoint("p", "a", AB);

      assertThat(sync.forceCompleteSync("p", "go on")).isTrue();
      assertThat(a.get().outcome()).isEqualTo(SyncOutcome.FORCED);
      assertThat(a.get().success()).isTrue();
      assertThat(a.get().reason()).contains("go on");
      assertThat(sync.forceCompleteSync("p")).isFalse();
      assertThat(sync.abortSync("p", "too late")).isFalse();
      assertThat(sync.joinOrCreateSyncPoint("p", "b", AB).get().late()).isTrue();
    }
  }

  /** Declaring the same again does nothing; another set is refused. */
  @Test
  default void declaring_isIdempotent_andRefusesAnotherSet() {
    try (AgentSynchronizer sync = synchronizer()) {
      assertThat(sync.createSyncPoint("p", AB).state()).isEqualTo(SyncState.READY);
      assertThat(sync.createSyncPoint("p", AB).generation()).isEqualTo(1);
      assertThatThrownBy(() -> sync.createSyncPoint("p", Set.of("a", "z")))
          .isInstanceOf(SpecConflictException.class)
          .hasMessageContaining("a, b")
          .hasMessageContaining("a, z");
      sync.abortSync("p", "over");
      assertThat(sync.createSyncPoint("p", Set.of("a", "z")).generation()).isEqualTo(2);
    }
  }

  /** A thousand agents meet at one point. */
  @Test
  default void aThousandAgentsMeetAtOnePoint() throws Exception {
    try (AgentSynchronizer sync = synchronizer()) {
      Set<String> crowd = new TreeSet<>();
      for (int i = 0; i < 1000; i++) {
        crowd.add("agent-" + i);
      }
      List<CompletableFuture<SyncResult>> calls = new ArrayList<>();
      for (String agent : crowd) {
        calls.add(sync.joinOrCreateSyncPoint("p", agent, crowd));
      }
      for (CompletableFuture<SyncResult> call : calls) {
        assertThat(call.get().arrived()).hasSize(1000);
      }
    }
  }

  /** An aborted meeting ends for those who wait, with who did it and why. */
  @Test
  default void sp16_abortEndsItForThoseWhoWait() throws Exception {
    try (AgentSynchronizer sync = synchronizer()) {
      CompletableFuture<SyncResult> a = sync.joinOrCreateSyncPoint("p", "a", AB);

      assertThat(sync.abortSync("p", "no use")).isTrue();
      assertThat(a.get().outcome()).isEqualTo(SyncOutcome.ABORTED);
      assertThat(a.get().success()).isFalse();
      assertThat(a.get().reason().orElseThrow()).contains("no use");
      assertThat(a.get().missing()).containsExactly("b");
      CompletableFuture<SyncResult> next = sync.joinOrCreateSyncPoint("p", "b", Set.of("b"));
      assertThat(next.get().generation()).isEqualTo(2);
    }
  }

  /** Some of a team meet at one point while all of it waits at another. */
  @Test
  default void subsetsMeetAtPointsOfTheirOwn() throws Exception {
    Set<String> abc = Set.of("a", "b", "c");
    try (AgentSynchronizer sync = synchronizer()) {
      CompletableFuture<SyncResult> a = sync.joinOrCreateSyncPoint("all", "a", abc);
      CompletableFuture<SyncResult> b = sync.joinOrCreateSyncPoint("some", "b", Set.of("b", "c"));
      assertThat(sync.joinOrCreateSyncPoint("some", "c", Set.of("b", "c")).get().success())
          .isTrue();
      assertThat(b.get().arrived()).containsExactly("b", "c");
      assertThat(a).isNotDone();
      CompletableFuture<SyncResult> bToo = sync.joinOrCreateSyncPoint("all", "b", abc);
      assertThat(sync.joinOrCreateSyncPoint("all", "c", abc).get().arrived()).isEqualTo(abc);
      assertThat(a.get().success()).isTrue();
      assertThat(bToo.get().success()).isTrue();
    }
  }

  private static Optional<SyncOutcome> outcome(AgentSynchronizer sync) {
    return sync.getSyncStatus("p").outcome();
  }
}
