package io.agentsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.model.Blocker;
import io.agentsync.model.Finding;
import io.agentsync.model.Severity;
import io.agentsync.model.SyncOptions;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agents that wait for each other across sync points, in a real store. */
class DeadlockTest {

  private static final Set<String> AB = Set.of("a", "b");
  private static final SyncOptions LONG =
      SyncOptions.builder().timeout(Duration.ofMinutes(10)).blocking(true).build();
  private static final SyncOptions FAIL_FAST =
      SyncOptions.builder().timeout(Duration.ofMinutes(10)).failFast(true).build();

  @TempDir Path directory;
  private AgentSynchronizer synchronizer;

  @BeforeEach
  void open() {
    synchronizer = AgentSynchronizer.open(directory);
  }

  @AfterEach
  void close() {
    synchronizer.close();
  }

  @Test
  void aDeadlockIsFoundAtBothPoints_andAnAbortBreaksIt() throws Exception {
    CompletableFuture<SyncResult> a = wait("p", "a", LONG);
    CompletableFuture<SyncResult> b = wait("q", "b", LONG);

    Finding atP = synchronizer.diagnoseSyncIssues("p").findings().get(0);
    Finding atQ = synchronizer.diagnoseSyncIssues("q").findings().get(0);
    assertThat(atP.code()).isEqualTo("deadlock");
    assertThat(atP.severity()).isEqualTo(Severity.ERROR);
    assertThat(atP.message()).isEqualTo("deadlock: a waits at p for b; b waits at q for a");
    assertThat(atP.remedy()).contains("sync-diag abort p").contains("sync-diag excuse p b");
    assertThat(atQ.message()).isEqualTo("deadlock: b waits at q for a; a waits at p for b");
    assertThat(synchronizer.diagnoseAll().blockers())
        .singleElement()
        .matches(Blocker::deadlock)
        .extracting(Blocker::agents)
        .isEqualTo(AB);

    assertThat(synchronizer.abortSync("p", "break it")).isTrue();
    assertThat(a.get(10, TimeUnit.SECONDS).outcome()).isEqualTo(SyncOutcome.ABORTED);
    CompletableFuture<SyncResult> comes = wait("q", "a", LONG);
    assertThat(comes.get(10, TimeUnit.SECONDS).success()).isTrue();
    assertThat(b.get(10, TimeUnit.SECONDS).success()).isTrue();
  }

  @Test
  void theOneWhoBlocksThreeOthersIsNamedAtEachPoint() {
    CompletableFuture<?> a = synchronizer.joinOrCreateSyncPoint("p", "a", AB);
    CompletableFuture<?> b = synchronizer.joinOrCreateSyncPoint("q", "b", Set.of("b", "c"));
    CompletableFuture<?> c = synchronizer.joinOrCreateSyncPoint("r", "c", Set.of("c", "x"));
    assertThat(CompletableFuture.anyOf(a, b, c)).isNotDone();

    for (String point : Set.of("p", "q", "r")) {
      assertThat(synchronizer.diagnoseSyncIssues(point).findings())
          .filteredOn(finding -> finding.code().equals("root-blocker"))
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.message()).isEqualTo("x blocks 3 others: a, b, c");
                assertThat(finding.evidence()).contains("c waits at r for x; x waits nowhere");
                assertThat(finding.severity()).isEqualTo(Severity.INFO);
              });
    }
    assertThat(synchronizer.survey().blockers())
        .containsExactly(
            new Blocker(
                Optional.empty(),
                Set.of("x"),
                false,
                Set.of("a", "b", "c"),
                Set.of("p", "q", "r"),
                "r"));
  }

  @Test
  void aChainThatEndsInAnAgentThatHasLeftCanNeverComplete() {
    synchronizer.registry().registerAgent("c", "", Set.of());
    synchronizer.registry().deregisterAgent("c");
    CompletableFuture<?> a = synchronizer.joinOrCreateSyncPoint("p", "a", AB);
    CompletableFuture<?> b = synchronizer.joinOrCreateSyncPoint("q", "b", Set.of("b", "c"));
    assertThat(CompletableFuture.anyOf(a, b)).isNotDone();

    Finding finding = synchronizer.diagnoseSyncIssues("p").findings().get(0);

    assertThat(finding.code()).isEqualTo("can-never-complete");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.message()).contains("a waits at p for b; b waits at q for c; c left");
    assertThat(finding.remedy()).contains("sync-diag excuse q c");
    assertThat(synchronizer.diagnoseSyncIssues("q").findings().get(0).code())
        .isEqualTo("departed-agents");
  }

  @Test
  void agentsOfDifferentRunsDoNotWaitForEachOther() {
    try (AgentSynchronizer other = AgentSynchronizer.builder().store(directory).run("r1").build()) {
      CompletableFuture<?> a = wait("p", "a", LONG);
      CompletableFuture<?> b = other.joinOrCreateSyncPoint("q", "b", AB, LONG);
      assertThat(CompletableFuture.anyOf(a, b)).isNotDone();

      assertThat(synchronizer.diagnoseAll().syncPoints())
          .hasSize(2)
          .allSatisfy(
              diagnosis ->
                  assertThat(diagnosis.findings())
                      .extracting(Finding::code)
                      .containsExactly("missing-agents"));
    }
  }

  @Test
  void sp15_whoWouldRatherFailIsToldOfADeadlock() throws Exception {
    CompletableFuture<SyncResult> a = wait("p", "a", FAIL_FAST);
    CompletableFuture<SyncResult> b = wait("q", "b", LONG);

    SyncResult result = a.get(30, TimeUnit.SECONDS);

    assertThat(result.outcome()).isEqualTo(SyncOutcome.ABORTED);
    assertThat(result.reason()).contains("deadlock: a waits at p for b; b waits at q for a");
    assertThat(result.actor()).contains("agent-sync");
    assertThat(b).isNotDone();
    CompletableFuture<SyncResult> comes = wait("q", "a", LONG);
    assertThat(comes.get(10, TimeUnit.SECONDS).success()).isTrue();
  }

  private CompletableFuture<SyncResult> wait(String point, String agent, SyncOptions options) {
    return synchronizer.joinOrCreateSyncPoint(point, agent, AB, options);
  }
}
