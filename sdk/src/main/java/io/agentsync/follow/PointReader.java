package io.agentsync.follow;

import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.Space;
import io.agentsync.model.Problem;
import io.agentsync.model.StoreException;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads sync points without taking part: it writes nothing and repairs nothing. */
public final class PointReader {

  private final JournalStore store;
  private final JournalReader<SyncRecord, SyncPoint> reader;

  /** A reader of one store. */
  public PointReader(JournalStore store) {
    this.store = store;
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
   * Reads many sync points of one space, each as {@link #read} does, on all processors. Which of
   * them have a tombstone is asked of all at once, not of each.
   *
   * @param <T> what becomes of one
   * @param names the points
   * @param each told of each, on any thread, how it can be read; perhaps twice, where the point is
   *     taken away meanwhile: then the second counts
   * @return what became of each, in the order of the names
   * @throws StoreException if tombstones cannot be listed
   */
  public <T> List<T> readMany(
      Space space,
      List<JournalName> names,
      BiFunction<JournalName, Function<JournalName, Optional<Reading>>, T> each) {
    Set<JournalName> buried = new HashSet<>(store.tombstones(space));
    List<T> found =
        new ArrayList<>(
            names.parallelStream()
                .map(
                    name ->
                        each.apply(name, buried.contains(name) ? this::read : this::readUnburied))
                .toList());
    Set<JournalName> meanwhile = new HashSet<>(store.tombstones(space));
    meanwhile.removeAll(buried);
    for (int i = 0; i < names.size() && !meanwhile.isEmpty(); i++) {
      if (meanwhile.contains(names.get(i))) {
        found.set(i, each.apply(names.get(i), this::read));
      }
    }
    return found;
  }

  private Optional<Reading> readUnburied(JournalName name) {
    return reader.readUnburied(name).map(PointReader::reading);
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
