package io.agentsync.use;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.AgentSynchronizer;
import io.agentsync.SynchronizedAgentRegistry;
import io.agentsync.model.Finding;
import io.agentsync.model.Severity;
import io.agentsync.model.SyncDiagnosis;
import io.agentsync.model.SyncOptions;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import io.agentsync.model.SyncState;
import io.agentsync.model.SyncStatus;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@link AgentSynchronizer} as the contract promises it, used from another package. */
@Timeout(60)
class SynchronizerUseTest {

  private static final Set<String> AB = Set.of("a", "b");

  @TempDir private Path directory;
  private AgentSynchronizer sync;

  @BeforeEach
  void open() {
    sync = AgentSynchronizer.open(directory);
  }

  @AfterEach
  void close() {
    sync.close();
  }

  @Test
  void aStoreIsOpenedByPathTextUriOrBuilder() {
    sync.createSyncPoint("p", AB);
    URI uri = directory.toUri();
    try (AgentSynchronizer byText = AgentSynchronizer.open(directory.toString());
        AgentSynchronizer byUri = AgentSynchronizer.open("file://" + uri.getPath());
        AgentSynchronizer byBuilder = AgentSynchronizer.builder().store(directory).build();
        AgentSynchronizer byWord =
            AgentSynchronizer.builder().store(directory.toString()).build()) {
      for (AgentSynchronizer other : List.of(byText, byUri, byBuilder, byWord)) {
        assertThat(other.getSyncStatus("p").required()).isEqualTo(AB);
      }
    }
  }

  @Test
  void aMeetingMayTake30Seconds_unlessSomethingElseIsSaid() {
    Duration said = Duration.ofMinutes(7);
    SyncOptions options = SyncOptions.builder().timeout(said).build();
    try (AgentSynchronizer patient =
        AgentSynchronizer.builder().store(directory).timeout(said).build()) {
      assertThat(sync.createSyncPoint("default", AB).timeout()).hasSeconds(30);
      assertThat(patient.createSyncPoint("builder", AB).timeout()).isEqualTo(said);
      assertThat(sync.createSyncPoint("options", AB, options).timeout()).isEqualTo(said);
    }
    CompletableFuture<SyncResult> unused = sync.joinOrCreateSyncPoint("duration", "a", AB, said);
    CompletableFuture<SyncResult> ignored = sync.joinOrCreateSyncPoint("said", "a", AB, options);
    assertThat(sync.getSyncStatus("duration").timeout()).isEqualTo(said);
    assertThat(sync.getSyncStatus("said").timeout()).isEqualTo(said);
  }

  @Test
  void aRunIsNamedInTheBuilder() {
    try (AgentSynchronizer nightly =
        AgentSynchronizer.builder().store(directory).run("nightly").build()) {
      assertThat(nightly.createSyncPoint("p", AB).run()).hasValue("nightly");
    }
    assertThat(sync.createSyncPoint("p", AB).run()).isEmpty();
  }

  @Test
  void aDeclaredPointIsJoined_andEverybodyIsToldTheSame() {
    SyncStatus declared = sync.createSyncPoint("p", AB);
    assertThat(declared.state()).isEqualTo(SyncState.READY);
    assertThat(declared.missing()).isEqualTo(AB);
    assertThat(declared.startedAt()).isEmpty();
    assertThat(declared.deadline()).isEmpty();

    CompletableFuture<SyncResult> a = sync.joinSyncPoint("p", "a");
    SyncStatus waiting = sync.getSyncStatus("p");
    assertThat(waiting.state()).isEqualTo(SyncState.SYNCING);
    assertThat(waiting.arrived()).containsExactly("a");
    assertThat(waiting.outcome()).isEmpty();
    Instant started = waiting.startedAt().orElseThrow();
    assertThat(waiting.deadline()).hasValue(started.plusSeconds(30));
    SyncResult b = sync.joinSyncPoint("p", "b").join();

    assertThat(b.withWaited(Duration.ZERO)).isEqualTo(a.join().withWaited(Duration.ZERO));
    assertThat(b.success()).isTrue();
    assertThat(b.outcome()).isEqualTo(SyncOutcome.COMPLETED);
    assertThat(b.syncId()).isEqualTo("p");
    assertThat(b.generation()).isEqualTo(1L);
    assertThat(b.late()).isFalse();
    assertThat(b.arrived()).containsExactly("a", "b");
    assertThat(b.missing()).isEmpty();
    assertThat(b.excused()).isEmpty();
    assertThat(b.payloads()).isEmpty();
    assertThat(b.reason()).isEmpty();
    assertThat(b.actor()).isEmpty();
    assertThat(b.waited()).isPositive();
    SyncStatus ended = sync.getSyncStatus("p");
    assertThat(ended.state()).isEqualTo(SyncState.COMPLETED);
    assertThat(ended.endedAt().orElseThrow()).isAfterOrEqualTo(started);
    assertThat(ended.outcome()).hasValue(SyncOutcome.COMPLETED);
  }

  @Test
  void optionsBindWhatIsDeclared() {
    sync.createSyncPoint("p", Set.of("a", "b", "c"), SyncOptions.builder().quorum(2).build());
    CompletableFuture<SyncResult> a = sync.joinSyncPoint("p", "a");

    assertThat(sync.joinSyncPoint("p", "b").join().success()).isTrue();
    assertThat(a.join().missing()).containsExactly("c");
  }

  @Test
  void whatIsNotCleanedUpIsListed_endedOrNot() {
    sync.createSyncPoint("open", AB);
    sync.joinOrCreateSyncPoint("good", "a", Set.of("a")).join();
    sync.joinOrCreateSyncPoint("bad", "a", AB, Duration.ofMillis(1)).join();
    assertThat(ids()).containsExactly("bad", "good", "open");

    assertThat(sync.cleanupSyncPoint("bad")).isTrue();
    assertThat(ids()).containsExactly("good", "open");
  }

  private List<String> ids() {
    return sync.listActiveSyncPoints().stream().map(SyncStatus::syncId).toList();
  }

  @Test
  void aDiagnosisHasFactsFindingsAndWhatToDo() {
    sync.joinOrCreateSyncPoint("p", "a", AB, Duration.ofMillis(1)).join();

    SyncDiagnosis diagnosis = sync.diagnoseSyncIssues("p");

    assertThat(diagnosis.healthy()).isFalse();
    assertThat(diagnosis.status()).isEqualTo(sync.getSyncStatus("p"));
    Finding finding = diagnosis.findings().get(0);
    assertThat(finding.code()).isEqualTo("ended-badly");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.evidence()).isNotBlank();
    assertThat(finding.agents()).containsExactly("b");
    assertThat(diagnosis.issues()).containsExactly(finding.message());
    assertThat(diagnosis.recommendations()).containsExactly(finding.remedy());
  }

  @Test
  void anOperatorsEndSaysWhoAndWhy() {
    CompletableFuture<SyncResult> forced = sync.joinOrCreateSyncPoint("f", "a", AB);
    CompletableFuture<SyncResult> silent = sync.joinOrCreateSyncPoint("s", "a", AB);
    CompletableFuture<SyncResult> aborted = sync.joinOrCreateSyncPoint("x", "a", AB);

    assertThat(sync.forceCompleteSync("f", "go on")).isTrue();
    assertThat(sync.forceCompleteSync("s")).isTrue();
    assertThat(sync.abortSync("x", "stop")).isTrue();

    assertThat(forced.join().outcome()).isEqualTo(SyncOutcome.FORCED);
    assertThat(forced.join().reason()).hasValue("go on");
    assertThat(forced.join().actor()).hasValue(System.getProperty("user.name"));
    assertThat(silent.join().success()).isTrue();
    assertThat(aborted.join().outcome()).isEqualTo(SyncOutcome.ABORTED);
    assertThat(sync.getSyncStatus("x").reason()).hasValue("stop");
    assertThat(sync.getSyncStatus("x").actor()).hasValue(System.getProperty("user.name"));
  }

  @Test
  void payloadsAreGivenAsValuesOfTheJdk() {
    Object brought = Map.of("n", 1, "list", List.of(true, "text", 1.5));
    SyncResult result =
        sync.joinOrCreateSyncPoint(
                "p", "a", Set.of("a"), SyncOptions.builder().payload(brought).build())
            .join();

    Map<?, ?> given = (Map<?, ?>) result.payloads().get("a");
    assertThat(given.get("n")).isEqualTo(1L);
    assertThat((List<?>) given.get("list")).first().isEqualTo(true);
    assertThat(((List<?>) given.get("list")).get(1)).isEqualTo("text");
    assertThat(((Number) ((List<?>) given.get("list")).get(2)).doubleValue()).isEqualTo(1.5);
  }

  @Test
  void theRegistryIsOnTheSameStore() {
    sync.registry().registerAgent("a", "", List.of());
    try (SynchronizedAgentRegistry other = SynchronizedAgentRegistry.open(directory)) {
      assertThat(other.getAgent("a")).isPresent();
    }
    assertThat(sync.registry().location()).isEqualTo(sync.location());
  }
}
