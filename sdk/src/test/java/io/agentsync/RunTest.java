package io.agentsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.model.CleanupOptions;
import io.agentsync.model.CleanupReport;
import io.agentsync.model.Durability;
import io.agentsync.model.InvalidRequestException;
import io.agentsync.model.SyncOptions;
import io.agentsync.model.SyncResult;
import io.agentsync.model.SyncStatus;
import io.agentsync.model.UnknownSyncPointException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs as callers meet them, on a directory (SP-4). */
@Timeout(60)
class RunTest {

  private static final Set<String> AB = Set.of("a", "b");
  private static final CleanupOptions ALL = CleanupOptions.COMPLETED;

  @TempDir private Path directory;

  @Test
  void sp04_whoBeginsAnewInARunPassesWhatItHasHad_cleanupOrNot() throws Exception {
    try (AgentSynchronizer first = in("nightly")) {
      assertThat(meet(first).generation()).isEqualTo(1);
      assertThat(meet(first).generation()).isEqualTo(2);
      assertThat(first.cleanup(ALL).removed()).extracting(CleanupReport.Item::id).contains("p");
      assertThat(meet(first).generation()).isEqualTo(3);
    }

    try (AgentSynchronizer again = in("nightly")) {
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

  @Test
  void sp04_aRunRemembersThroughCleanupsInWhichNobodyElseLives() throws Exception {
    try (AgentSynchronizer first = in("nightly")) {
      meet(first);
      first.cleanup(ALL);
    }
    try (AgentSynchronizer cleaner = in("other")) {
      cleaner.cleanup(ALL);
      meet(cleaner);
    }
    try (AgentSynchronizer everywhere = outside()) {
      everywhere.cleanup(ALL);
    }

    try (AgentSynchronizer again = in("nightly")) {
      assertThat(again.meet("p", "b", AB).generation()).isEqualTo(1);
      assertThat(again.meet("p", "a", Set.of("a"), round(1)).generation()).isEqualTo(1);
    }
  }

  @Test
  void sp04_outsideOfRunsNothingIsRememberedAcrossSessions() throws Exception {
    try (AgentSynchronizer first = outside()) {
      meet(first);
    }
    try (AgentSynchronizer again = outside()) {
      CompletableFuture<SyncResult> a = again.joinOrCreateSyncPoint("p", "a", AB);
      assertThat(again.getSyncStatus("p").generation()).isEqualTo(2);
      a.cancel(false);
    }
  }

  @Test
  void sp04_pointsOfDifferentRunsNeverMix() throws Exception {
    try (AgentSynchronizer one = in("one");
        AgentSynchronizer two = in("two");
        AgentSynchronizer none = outside()) {
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

  @Test
  void sp04_aFailureDoesNotCountAsARound_andIsMentioned() throws Exception {
    try (AgentSynchronizer first = in("nightly")) {
      CompletableFuture<SyncResult> a = first.joinOrCreateSyncPoint("p", "a", AB);
      first.abortSync("p", "enough");
      assertThat(a.get().success()).isFalse();
      meet(first);
    }
    try (AgentSynchronizer again = in("nightly")) {
      SyncResult passed = again.meet("p", "a", AB, round(1));
      assertThat(passed.generation()).isEqualTo(2);
      assertThat(passed.reason().orElseThrow()).contains("generation 1 was missed");
    }
  }

  @Test
  void sp04_aRoundIsNamedInARunOnly() {
    try (AgentSynchronizer none = outside()) {
      assertThatThrownBy(() -> none.joinOrCreateSyncPoint("p", "a", AB, round(2)))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("AGENT_SYNC_RUN");
    }
    assertThatThrownBy(() -> round(0)).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void sp04_aRoundThatIsToComeYetIsRefused() {
    try (AgentSynchronizer sync = in("nightly")) {
      assertThat(sync.joinOrCreateSyncPoint("p", "a", AB, round(2)))
          .failsWithin(Duration.ofSeconds(10))
          .withThrowableThat()
          .withMessageContaining("Name round 1");
    }
  }

  @Test
  void sp04_theRunIsTheOneThatWasSaid_orThatOfTheEnvironment() {
    Map<String, String> environment = Map.of(RunName.VARIABLE, "nightly");

    assertThat(RunName.find(Optional.of("said"), environment)).hasValue("said");
    assertThat(RunName.find(Optional.empty(), environment)).hasValue("nightly");
    assertThat(RunName.find(Optional.empty(), Map.of(RunName.VARIABLE, " "))).isEmpty();
    assertThatThrownBy(() -> RunName.find(Optional.of("../x"), Map.of()))
        .isInstanceOf(InvalidRequestException.class);
  }

  private AgentSynchronizer in(String run) {
    return builder().run(run).build();
  }

  private AgentSynchronizer outside() {
    return builder().build();
  }

  private SynchronizerBuilder builder() {
    return AgentSynchronizer.builder().store(directory).durability(Durability.PROCESS);
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
