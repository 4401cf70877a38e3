package io.agentsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.AgentSynchronizer;
import io.agentsync.model.CleanupOptions;
import io.agentsync.model.CleanupReport;
import io.agentsync.model.InvalidRequestException;
import io.agentsync.model.SyncOptions;
import io.agentsync.model.SyncResult;
import io.agentsync.model.SyncStatus;
import io.agentsync.model.UnknownSyncPointException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Runs, as those see them who use the SDK, on any engine (SP-4). */
public interface RunContract extends StoreOfTest {

  /** Who is required by these meetings. */
  Set<String> AB = Set.of("a", "b");

  /** Cleans up all that can be. */
  CleanupOptions ALL = CleanupOptions.COMPLETED;

  /** In a run, who begins anew is told what was completed before. */
  @Test
  default void sp04_whoBeginsAnewInARunPassesWhatItHasHad_cleanupOrNot() throws Exception {
    try (AgentSynchronizer first = synchronizerIn("nightly")) {
      assertThat(meet(first).generation()).isEqualTo(1);
      assertThat(meet(first).generation()).isEqualTo(2);
      assertThat(first.cleanup(ALL).removed()).extracting(CleanupReport.Item::id).contains("p");
      assertThat(meet(first).generation()).isEqualTo(3);
    }

    try (AgentSynchronizer again = synchronizerIn("nightly")) {
      for (int round = 1; round <= 3; round++) {
        SyncResult passed = again.meet("p", "a", AB);
        assertThat(passed.generation()).isEqualTo(round);
        assertThat(passed.late()).isTrue();
        assertThat(passed.arrived()).isEqualTo(AB);
      }
      CompletableFuture<SyncResult> next = again.joinOrCreateSyncPoint("p", "a", AB);
      assertThat(again.getSyncStatus("p").generation()).isEqualTo(4);
      assertThat(again.forceCompleteSync("p")).isTrue();
      assertThat(next.get().generation()).isEqualTo(4);
    }
  }

  /** What was cleaned up is remembered in its run. */
  @Test
  default void sp04_aRunRemembersThroughCleanupsInWhichNobodyElseLives() throws Exception {
    try (AgentSynchronizer first = synchronizerIn("nightly")) {
      meet(first);
      first.cleanup(ALL);
    }
    try (AgentSynchronizer cleaner = synchronizerIn("other")) {
      cleaner.cleanup(ALL);
      meet(cleaner);
    }
    try (AgentSynchronizer everywhere = synchronizer()) {
      everywhere.cleanup(ALL);
    }

    try (AgentSynchronizer again = synchronizerIn("nightly")) {
      assertThat(again.meet("p", "b", AB).generation()).isEqualTo(1);
      assertThat(again.meet("p", "a", Set.of("a"), round(1)).generation()).isEqualTo(1);
    }
  }

  /** Outside of runs, a new process meets anew. */
  @Test
  default void sp04_outsideOfRunsNothingIsRememberedAcrossSessions() throws Exception {
    try (AgentSynchronizer first = synchronizer()) {
      meet(first);
    }
    try (AgentSynchronizer again = synchronizer()) {
      CompletableFuture<SyncResult> a = again.joinOrCreateSyncPoint("p", "a", AB);
      assertThat(again.getSyncStatus("p").generation()).isEqualTo(2);
      a.cancel(false);
    }
  }

  /** A point of one run is not the point of that name in another. */
  @Test
  default void sp04_pointsOfDifferentRunsNeverMix() throws Exception {
    try (AgentSynchronizer one = synchronizerIn("one");
        AgentSynchronizer two = synchronizerIn("two");
        AgentSynchronizer none = synchronizer()) {
      CompletableFuture<SyncResult> a = one.joinOrCreateSyncPoint("p", "a", AB);
      CompletableFuture<SyncResult> b = two.joinOrCreateSyncPoint("p", "b", AB);
      assertThat(one.getSyncStatus("p").missing()).containsExactly("b");
      assertThat(two.getSyncStatus("p").missing()).containsExactly("a");
      assertThatThrownBy(() -> none.getSyncStatus("p"))
          .isInstanceOf(UnknownSyncPointException.class);

      assertThat(none.createSyncPoint("p", AB).run()).isEmpty();
      assertThat(one.listActiveSyncPoints())
          .extracting(SyncStatus::run)
          .containsExactly(run("one"));
      assertThat(one.survey().run()).hasValue("one");
      assertThat(none.survey().run()).isEmpty();
      assertThat(none.survey().syncPoints())
          .extracting(SyncStatus::run)
          .isEqualTo(List.of(Optional.empty(), run("one"), run("two")));
      assertThat(one.forceCompleteSync("p")).isTrue();
      assertThat(a.get().missing()).containsExactly("b");
      assertThat(b.isDone()).isFalse();
    }
  }

  /** Rounds are counted by what was completed. */
  @Test
  default void sp04_aFailureDoesNotCountAsARound_andIsMentioned() throws Exception {
    try (AgentSynchronizer first = synchronizerIn("nightly")) {
      CompletableFuture<SyncResult> a = first.joinOrCreateSyncPoint("p", "a", AB);
      first.abortSync("p", "enough");
      assertThat(a.get().success()).isFalse();
      meet(first);
    }
    try (AgentSynchronizer again = synchronizerIn("nightly")) {
      SyncResult passed = again.meet("p", "a", AB, round(1));
      assertThat(passed.generation()).isEqualTo(2);
      assertThat(passed.reason().orElseThrow()).contains("generation 1 was missed");
    }
  }

  /** Only runs have rounds with names. */
  @Test
  default void sp04_aRoundIsNamedInARunOnly() {
    try (AgentSynchronizer none = synchronizer()) {
      assertThatThrownBy(() -> none.joinOrCreateSyncPoint("p", "a", AB, round(2)))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("AGENT_SYNC_RUN");
    }
    assertThatThrownBy(() -> round(0)).isInstanceOf(InvalidRequestException.class);
  }

  /** A round cannot be met before those before it. */
  @Test
  default void sp04_aRoundThatIsToComeYetIsRefused() {
    try (AgentSynchronizer sync = synchronizerIn("nightly")) {
      assertThat(sync.joinOrCreateSyncPoint("p", "a", AB, round(2)))
          .failsWithin(Duration.ofSeconds(10))
          .withThrowableThat()
          .withMessageContaining("Name round 1");
    }
  }

  private static SyncResult meet(AgentSynchronizer sync) throws Exception {
    CompletableFuture<SyncResult> a = sync.joinOrCreateSyncPoint("p", "a", AB);
    sync.joinOrCreateSyncPoint("p", "b", AB).get();
    return a.get();
  }

  private static SyncOptions round(int number) {
    return SyncOptions.builder().round(number).build();
  }

  private static Optional<String> run(String name) {
    return Optional.of(name);
  }
}
