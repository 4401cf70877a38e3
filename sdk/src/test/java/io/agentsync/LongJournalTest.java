package io.agentsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.codec.RecordCodec;
import io.agentsync.journal.Engines;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.Space;
import io.agentsync.model.CleanupOptions;
import io.agentsync.model.Durability;
import io.agentsync.model.Moment;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import io.agentsync.model.SyncStatus;
import io.agentsync.syncpoint.Arrive;
import io.agentsync.syncpoint.CompletionRule;
import io.agentsync.syncpoint.Ended;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.Spec;
import io.agentsync.syncpoint.SyncRecord;
import io.agentsync.syncpoint.View;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Journals that have a past are opened cold, and cost no more than reading them. */
@Timeout(20)
class LongJournalTest {

  private static final int TEN_THOUSAND = 10_000;
  private static final long ROTATES_AT = 4L * 1024 * 1024;
  private static final Set<String> AB = Set.of("a", "b");
  private static final Spec SPEC = new Spec(AB, CompletionRule.ALL, Duration.ofSeconds(30));

  @TempDir private Path directory;

  @Test
  void tenThousandRecordsAreListedDiagnosedAndGoneOnFrom() throws Exception {
    List<byte[]> journal = new ArrayList<>();
    long rounds = 0;
    while (journal.size() < TEN_THOUSAND) {
      journal.addAll(round(++rounds, true));
    }
    write(journal);

    assertGoesOn(rounds, "syncpoints/p.jsonl");
  }

  /** Nobody who settled their ends lived to say so. */
  @ParameterizedTest
  @ValueSource(strings = {"POWER", "PROCESS"})
  void soAreTenThousandWhoseEndsNobodyAnnounced(Durability durability) throws Exception {
    List<byte[]> journal = new ArrayList<>();
    long rounds = 0;
    while (journal.size() < TEN_THOUSAND) {
      journal.addAll(round(++rounds, false));
    }
    write(journal, durability);

    assertGoesOn(rounds, "syncpoints/p.jsonl");
  }

  @Test
  void aJournalThatIsJustNotRotatedYetWorks_andIsRotatedThen() throws Exception {
    List<byte[]> journal = new ArrayList<>();
    long bytes = 0;
    long rounds = 0;
    List<byte[]> next = round(1, true);
    while (bytes + size(next) < ROTATES_AT) {
      journal.addAll(next);
      bytes += size(next);
      rounds++;
      next = round(rounds + 1, true);
    }
    write(journal);

    assertGoesOn(rounds, "history/syncpoints/p/1.jsonl");
  }

  private void assertGoesOn(long rounds, String file) throws Exception {
    try (AgentSynchronizer sync = AgentSynchronizer.open(directory)) {
      SyncStatus status = sync.survey().syncPoints().get(0);
      assertThat(status.generation()).isEqualTo(rounds);
      assertThat(status.outcome()).hasValue(SyncOutcome.COMPLETED);
      assertThat(sync.survey().problems()).isEmpty();
      assertThat(sync.diagnoseSyncIssues("p").findings()).isEmpty();

      for (long round = rounds + 1; round <= rounds + 2; round++) {
        CompletableFuture<SyncResult> a = sync.joinOrCreateSyncPoint("p", "a", AB);
        CompletableFuture<SyncResult> b = sync.joinSyncPoint("p", "b");
        assertThat(a.get().generation()).isEqualTo(b.get().generation()).isEqualTo(round);
      }
      assertThat(directory.resolve(file)).exists();
      assertThat(sync.cleanup(CleanupOptions.COMPLETED).problems()).isEmpty();
      assertThat(sync.joinOrCreateSyncPoint("p", "a", Set.of("a")).get().generation())
          .isEqualTo(rounds + 3);
    }
  }

  private void write(List<byte[]> records) {
    write(records, Durability.PROCESS);
  }

  private void write(List<byte[]> records, Durability durability) {
    try (JournalStore store = Engines.open(directory.toString(), durability);
        Journal journal = store.create(new JournalName(Space.of("syncpoints"), "p"))) {
      journal.append(records);
    }
  }

  /** The records of one meeting of a and b. */
  private static List<byte[]> round(long number, boolean announced) {
    List<SyncRecord> records = new ArrayList<>();
    if (number == 1) {
      records.add(Head.FIRST);
    }
    String nonce = number + "-a";
    View view =
        number == 1
            ? new View(Optional.of(SPEC), Optional.empty())
            : new View(Optional.empty(), Optional.of((number - 1) + "-a"));
    View like = new View(Optional.empty(), Optional.of(nonce));
    Moment at = new Moment(Instant.EPOCH.plusSeconds(number), Optional.empty(), 0);
    records.add(arrive(nonce, number, "a", view, at));
    records.add(arrive(number + "-b", number, "b", like, at));
    if (announced) {
      records.add(
          new Ended(
              number + "-e",
              number,
              nonce,
              SyncOutcome.COMPLETED,
              AB,
              Set.of(),
              Set.of(),
              Duration.ZERO,
              Optional.empty(),
              Optional.empty(),
              at));
    }
    return records.stream().map(RecordCodec::encode).toList();
  }

  private static Arrive arrive(String op, long number, String agent, View view, Moment at) {
    return new Arrive(op, number, agent, Optional.of("past"), view, Optional.empty(), at);
  }

  private static long size(List<byte[]> records) {
    return records.stream().mapToLong(record -> record.length).sum();
  }
}
