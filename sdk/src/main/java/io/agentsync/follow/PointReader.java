package io.agentsync.follow;

import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.Problem;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import java.util.List;
import java.util.Optional;

/** Reads sync points without taking part: it writes nothing and repairs nothing. */
public final class PointReader {

  private final JournalReader<SyncRecord, SyncPoint> reader;

  /** A reader of one store. */
  public PointReader(JournalStore store) {
    this.reader = new JournalReader<>(SyncPointJournals.KIND, store);
  }

  /**
   * What a sync point's journal means now.
   *
   * @param point the fold
   * @param problems the records that could not be read
   */
  public record Reading(SyncPoint point, List<Problem> problems) {}

  /**
   * Reads one sync point.
   *
   * @return empty if it is unknown: it has no journal, or one that is being taken away for good
   */
  public Optional<Reading> read(JournalName name) {
    return reader.read(name).map(reading -> new Reading(reading.fold(), reading.problems()));
  }
}
