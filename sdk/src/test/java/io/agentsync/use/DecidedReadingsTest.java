package io.agentsync.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.AgentSynchronizer;
import io.agentsync.SynchronizedAgentRegistry;
import io.agentsync.follow.SystemTime;
import io.agentsync.model.AgentSyncException;
import io.agentsync.model.Finding;
import io.agentsync.model.InvalidRequestException;
import io.agentsync.model.Moment;
import io.agentsync.model.Severity;
import io.agentsync.model.SpecConflictException;
import io.agentsync.model.SyncDiagnosis;
import io.agentsync.model.SyncOptions;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import io.agentsync.model.SyncState;
import io.agentsync.model.SyncStatus;
import io.agentsync.model.TimeSource;
import io.agentsync.model.UnknownSyncPointException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What could be read two ways, and was decided. */
@Timeout(60)
class DecidedReadingsTest {

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
  void successIsCompletedOrForced() {
    for (SyncOutcome outcome : SyncOutcome.values()) {
      assertThat(outcome.success())
          .isEqualTo(outcome == SyncOutcome.COMPLETED || outcome == SyncOutcome.FORCED);
    }
  }

  @Test
  void badArgumentsThrowAtTheCall() {
    List<ThrowingCallable> calls =
        List.of(
            () -> sync.createSyncPoint("p!", AB),
            () -> sync.createSyncPoint(null, AB),
            () -> sync.createSyncPoint("p", Set.of()),
            () -> sync.createSyncPoint("p", null),
            () -> sync.createSyncPoint("p", Set.of("a b")),
            () -> sync.joinSyncPoint("p", ""),
            () -> sync.joinSyncPoint("p", null),
            () -> sync.joinOrCreateSyncPoint("p", "a", Set.of()),
            () -> sync.joinOrCreateSyncPoint("p", "a", null),
            () -> sync.joinOrCreateSyncPoint("p", "a", AB, Duration.ZERO),
            () -> sync.joinOrCreateSyncPoint("p", "a", AB, Duration.ofSeconds(-1)),
            () -> sync.joinOrCreateSyncPoint("p", "a", AB, (Duration) null),
            () -> sync.joinOrCreateSyncPoint("p", "a", AB, quorum(3)),
            () -> sync.getSyncStatus("../p"),
            () -> sync.diagnoseSyncIssues(""),
            () -> sync.forceCompleteSync("p\n"),
            () -> sync.abortSync(".p", "why"),
            () -> sync.cleanupSyncPoint("-p"),
            () -> sync.registry().registerAgent("a!", "", List.of()),
            () -> AgentSynchronizer.builder().timeout(Duration.ZERO),
            () -> AgentSynchronizer.builder().run("n!"),
            () -> SyncOptions.builder().timeout(Duration.ofSeconds(-1)),
            () -> SyncOptions.builder().quorum(0),
            () -> SyncOptions.builder().round(0),
            () -> SyncOptions.builder().lossGrace(Duration.ofSeconds(-1)));
    for (ThrowingCallable call : calls) {
      assertThatThrownBy(call).isInstanceOf(InvalidRequestException.class);
    }
    assertThat(sync.listActiveSyncPoints()).isEmpty();
  }

  private static SyncOptions quorum(int least) {
    return SyncOptions.builder().quorum(least).build();
  }

  @Test
  void aMissingAgentIsAFindingAtOnce_andNoMoreThanAnInformation() {
    CompletableFuture<SyncResult> unused = sync.joinOrCreateSyncPoint("p", "a", AB);

    SyncDiagnosis diagnosis = sync.diagnoseSyncIssues("p");

    assertThat(diagnosis.healthy()).isTrue();
    assertThat(diagnosis.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.INFO);
              assertThat(finding.agents()).containsExactly("b");
            });
  }

  @Test
  void anAgentThatIsNotInItsOwnSetIsAdded() {
    CompletableFuture<SyncResult> unused = sync.joinOrCreateSyncPoint("p", "a", Set.of("b", "c"));

    assertThat(sync.getSyncStatus("p").required()).containsExactly("a", "b", "c");
  }

  @Test
  void whatIsUnknownFailsInTheFuture() {
    assertThat(sync.joinSyncPoint("nowhere", "a"))
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableThat()
        .withCauseInstanceOf(UnknownSyncPointException.class);
  }

  @Test
  void declaringAgainIsTheSame_orAConflict_orTheNextGeneration() {
    SyncStatus first = sync.createSyncPoint("p", AB);
    assertThat(sync.createSyncPoint("p", AB).generation()).isEqualTo(first.generation());
    assertThatThrownBy(() -> sync.createSyncPoint("p", AB, quorum(1)))
        .isInstanceOf(SpecConflictException.class);
    assertThatThrownBy(() -> sync.createSyncPoint("p", Set.of("a", "z")))
        .isInstanceOf(SpecConflictException.class)
        .hasMessageContainingAll("\"p\"", directory.toString(), "a, b", "a, z", "abort p");

    sync.abortSync("p", "over");
    SyncStatus next = sync.createSyncPoint("p", Set.of("a", "z"));
    assertThat(next.generation()).isEqualTo(2);
    assertThat(next.state()).isEqualTo(SyncState.READY);
  }

  @Test
  void repairsSayWhetherTheyEndedIt_andCleanupWhetherItRemovedIt() {
    sync.createSyncPoint("p", AB);
    assertThat(sync.cleanupSyncPoint("p")).isFalse();
    assertThat(sync.forceCompleteSync("p")).isTrue();
    assertThat(sync.forceCompleteSync("p")).isFalse();
    assertThat(sync.abortSync("p", "late")).isFalse();
    assertThat(sync.cleanupSyncPoint("p")).isTrue();

    assertThat(sync.cleanupSyncPoint("p")).isFalse();
    assertThatThrownBy(() -> sync.forceCompleteSync("p"))
        .isInstanceOf(UnknownSyncPointException.class);
    assertThatThrownBy(() -> sync.abortSync("p", "late"))
        .isInstanceOf(UnknownSyncPointException.class);
  }

  @Test
  void theNewestGenerationIsShown_andWhatConcernsOneCallerIsNot() {
    sync.createSyncPoint("p", AB);
    CompletableFuture<SyncResult> a = sync.joinSyncPoint("p", "a");
    assertThat(sync.joinOrCreateSyncPoint("p", "b", Set.of("b", "z")).join().outcome())
        .isEqualTo(SyncOutcome.MISMATCH);
    assertThat(sync.getSyncStatus("p").outcome()).isEmpty();

    assertThat(a.cancel(false)).isTrue();
    assertThat(sync.getSyncStatus("p").outcome()).isEmpty();
    assertThat(sync.getSyncStatus("p").state()).isEqualTo(SyncState.READY);

    sync.abortSync("p", "over");
    sync.createSyncPoint("p", AB);
    assertThat(sync.getSyncStatus("p").generation()).isEqualTo(2);
    assertThat(sync.getSyncStatus("p").outcome()).isEmpty();
  }

  @Test
  void anOverduePointIsSyncingWithAFinding() {
    CompletableFuture<SyncResult> unused = sync.joinOrCreateSyncPoint("p", "a", AB);
    try (AgentSynchronizer later =
        AgentSynchronizer.builder().store(directory).time(anHourLater()).build()) {
      assertThat(later.getSyncStatus("p").state()).isEqualTo(SyncState.SYNCING);
      assertThat(later.diagnoseSyncIssues("p").findings())
          .extracting(Finding::code)
          .contains("overdue");
    }
  }

  private static TimeSource anHourLater() {
    Duration hour = Duration.ofHours(1);
    return () -> {
      Moment now = SystemTime.INSTANCE.now();
      return new Moment(now.wall().plus(hour), now.domain(), now.nanos() + hour.toNanos());
    };
  }

  @Test
  void messagesNameTheThingTheStoreAndTheWayOut() {
    sync.createSyncPoint("p", AB);
    assertSays(() -> sync.getSyncStatus("q"), "\"q\"", "sync-diag list");
    assertSays(() -> sync.createSyncPoint("p", Set.of("z")), "\"p\"", "Wait until it ends");
    SynchronizedAgentRegistry closed = SynchronizedAgentRegistry.open(directory);
    closed.close();
    assertSays(() -> closed.registerAgent("a", "", List.of()), "closed", "open it again");
  }

  private void assertSays(ThrowingCallable call, String... words) {
    assertThatThrownBy(call)
        .isInstanceOf(AgentSyncException.class)
        .hasMessageContaining(directory.toString())
        .hasMessageContainingAll(words);
  }

  @Test
  void anIdDiffersFromAnotherByCaseAlone_andItsFilesShowIt() {
    for (String id : List.of("build/nightly:1", "build", "Build")) {
      sync.createSyncPoint(id, AB);
      sync.registry().registerAgent(id, "", List.of());
    }
    sync.forceCompleteSync("Build");

    assertThat(sync.getSyncStatus("build").state()).isEqualTo(SyncState.READY);
    assertThat(sync.registry().agents()).hasSize(3);
    for (String kind : List.of("syncpoints", "agents")) {
      assertThat(directory.resolve(kind).toFile().list())
          .containsExactlyInAnyOrder("build,nightly;1.jsonl", "build.jsonl", "Build~1.jsonl");
    }
  }
}
