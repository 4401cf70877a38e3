package io.agentsync.follow;

import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.Problem;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
   * @param bytes how long its records are together
   */
  public record Reading(SyncPoint point, List<Problem> problems, long bytes) {}

  /**
   * Reads one sync point.
   *
   * @return empty if it is unknown: it has no journal, or one that is being taken away for good
   */
  public Optional<Reading> read(JournalName name) {
    return reader.read(name).map(PointReader::reading);
  }

  /**
   * Reads one sync point, and shows all its journals that were removed or rotated and not pruned
   * since. A journal that is being taken away just now may be shown twice; one that cannot be read
   * is shown with nothing in it but that problem.
   *
   * @return as {@link #read}
   */
  public Optional<Reading> readAll(JournalName name, Consumer<Reading> past) {
    return reader.readAll(name, reading -> past.accept(reading(reading))).map(PointReader::reading);
  }

  private static Reading reading(JournalReader.Reading<SyncPoint> reading) {
    return new Reading(reading.fold(), reading.problems(), reading.bytes());
  }
}
