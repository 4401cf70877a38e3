package io.agentsync.follow;

import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.Problem;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.SyncPoint;
import java.util.List;
import java.util.Optional;

/** Reads sync points without taking part: it writes nothing and repairs nothing. */
public final class PointReader {

  private final JournalStore store;

  /** A reader of one store. */
  public PointReader(JournalStore store) {
    this.store = store;
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
    Optional<Journal> found = store.open(name);
    if (found.isEmpty()) {
      return betweenJournals(Heads.expected(store, name), List.of());
    }
    try (Journal journal = found.get()) {
      FoldedJournal folded = new FoldedJournal(journal);
      folded.readOn();
      SyncPoint point = folded.point();
      Head expected = Heads.expected(store, name);
      if (point.removed().isPresent()) {
        return betweenJournals(point.successor(), folded.problems());
      }
      return Heads.stale(point, expected)
          ? betweenJournals(expected, folded.problems())
          : Optional.of(new Reading(point, folded.problems()));
    }
  }

  private static Optional<Reading> betweenJournals(Head next, List<Problem> problems) {
    return next.spec().isPresent() || !problems.isEmpty()
        ? Optional.of(new Reading(SyncPoint.startingAt(next), problems))
        : Optional.empty();
  }
}
