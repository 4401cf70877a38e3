package io.agentsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.codec.RecordCodec;
import io.agentsync.journal.Engines;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.Space;
import io.agentsync.model.CleanupOptions;
import io.agentsync.model.Domain;
import io.agentsync.model.Durability;
import io.agentsync.model.Moment;
import io.agentsync.model.Straggler;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncState;
import io.agentsync.model.SyncStatistics;
import io.agentsync.syncpoint.Arrive;
import io.agentsync.syncpoint.CompletionRule;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.Removed;
import io.agentsync.syncpoint.Spec;
import io.agentsync.syncpoint.SyncRecord;
import io.agentsync.syncpoint.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The statistics see what stands and what was removed, each meeting once. */
@Timeout(60)
class StatisticsOfStoreTest {

  private static final Set<String> AB = Set.of("a", "b");
  private static final Duration SOON = Duration.ofMillis(1);

  @TempDir private Path directory;
  private AgentSynchronizer sync;

  @BeforeEach
  void open() {
    sync = AgentSynchronizer.builder().store(directory).durability(Durability.PROCESS).build();
  }

  @AfterEach
  void close() {
    sync.close();
  }

  @Test
  void aStoreThatIsNotThereHasNothing_andIsNotCreated() {
    try (AgentSynchronizer none = AgentSynchronizer.open(directory.resolve("none"))) {
      assertThat(none.statistics().total()).isZero();
      assertThat(none.statistics().problems()).isEmpty();
    }
    assertThat(directory.resolve("none")).doesNotExist();
  }

  @Test
  void everyRoundCounts_andACleanupChangesNothing() {
    meet("p");
    meet("p");
    sync.joinOrCreateSyncPoint("q", "a", AB, SOON).join();
    sync.createSyncPoint("r", AB);
    SyncStatistics before = sync.statistics();
    assertThat(before.in(SyncState.COMPLETED)).isEqualTo(2);
    assertThat(before.in(SyncState.ERROR)).isEqualTo(1);
    assertThat(before.in(SyncState.READY)).isEqualTo(1);
    assertThat(before.byOutcome()).containsEntry(SyncOutcome.TIMED_OUT, 1L);
    assertThat(before.stragglers()).extracting(Straggler::agent).containsExactly("b");
    assertThat(before.store().journals()).isEqualTo(3);
    assertThat(before.store().removedJournals()).isZero();

    sync.cleanup(
        new CleanupOptions(Duration.ZERO, Set.of(SyncState.COMPLETED, SyncState.ERROR), false));
    SyncStatistics after = sync.statistics();
    assertThat(after.byState()).isEqualTo(before.byState());
    assertThat(after.waits()).isEqualTo(before.waits());
    assertThat(after.stragglers()).isEqualTo(before.stragglers());
    assertThat(after.store().journals()).isEqualTo(1);
    assertThat(after.store().removedJournals()).isEqualTo(2);
    assertThat(after.store().historyBytes()).isPositive();
    assertThat(after.store().tombstones()).isEqualTo(2);
    assertThat(after.problems()).isEmpty();

    meet("p");
    assertThat(sync.statistics().in(SyncState.COMPLETED)).isEqualTo(3);
  }

  @Test
  void j07_aJournalThatWasClosedAndNotTakenAwayCountsOnce() {
    write(Head.FIRST, arrival(), new Removed("x", 1, "a-1", true, at(9)));
    assertThat(sync.statistics().in(SyncState.COMPLETED)).isEqualTo(1);

    meetAlone();
    assertThat(sync.statistics().in(SyncState.COMPLETED)).isEqualTo(2);
    assertThat(sync.statistics().store().removedJournals()).isEqualTo(1);
  }

  @Test
  void j07_aJournalThatSomebodyMadeWhoLookedTooEarlyDoesNotCount() {
    meetAlone();
    assertThat(sync.cleanupSyncPoint("p")).isTrue();
    write(Head.FIRST, arrival());
    assertThat(sync.statistics().in(SyncState.COMPLETED)).isEqualTo(1);

    meetAlone();
    assertThat(sync.statistics().in(SyncState.COMPLETED)).isEqualTo(2);
    assertThat(sync.statistics().store().removedJournals()).isEqualTo(2);
  }

  @Test
  void sp04_meetingsOfAllRunsCount() {
    meetAlone();
    try (JournalStore store = Engines.open(directory.toString(), Durability.PROCESS);
        Journal journal =
            store.create(new Space("syncpoints", Optional.of("nightly")).journal("p"))) {
      journal.append(Stream.of(Head.FIRST, arrival()).map(RecordCodec::encode).toList());
    }

    assertThat(sync.statistics().in(SyncState.COMPLETED)).isEqualTo(2);
    assertThat(sync.statistics().store().journals()).isEqualTo(2);
  }

  @Test
  void whatCannotBeReadIsNamed_presentAndPast() throws Exception {
    meet("p");
    meet("q");
    assertThat(sync.cleanupSyncPoint("q")).isTrue();
    Files.writeString(
        directory.resolve("history/syncpoints/q/1.jsonl"),
        "no record\n",
        StandardOpenOption.APPEND);
    Files.createDirectories(directory.resolve("syncpoints/broken.jsonl"));

    SyncStatistics all = sync.statistics();
    assertThat(all.in(SyncState.COMPLETED)).isEqualTo(2);
    assertThat(all.problems())
        .extracting(problem -> directory.relativize(Path.of(problem.path())).toString())
        .containsExactly("syncpoints/broken.jsonl", "history/syncpoints/q/1.jsonl");
  }

  private void meet(String id) {
    CompletableFuture<?> a = sync.joinOrCreateSyncPoint(id, "a", AB);
    sync.joinOrCreateSyncPoint(id, "b", AB).join();
    a.join();
  }

  private void meetAlone() {
    sync.joinOrCreateSyncPoint("p", "a", Set.of("a")).join();
  }

  private void write(SyncRecord... records) {
    try (JournalStore store = Engines.open(directory.toString(), Durability.PROCESS);
        Journal journal = store.create(Space.of("syncpoints").journal("p"))) {
      journal.append(Stream.of(records).map(RecordCodec::encode).toList());
    }
  }

  private static Arrive arrival() {
    Spec alone = new Spec(Set.of("a"), CompletionRule.ALL, Duration.ofSeconds(30));
    return new Arrive(
        "a-1",
        1,
        "a",
        Optional.empty(),
        new View(Optional.of(alone), Optional.empty()),
        Optional.empty(),
        at(1));
  }

  private static Moment at(long seconds) {
    return new Moment(
        Instant.EPOCH.plusSeconds(seconds),
        Optional.of(new Domain("boot", Optional.empty())),
        seconds * 1_000_000_000L);
  }
}
