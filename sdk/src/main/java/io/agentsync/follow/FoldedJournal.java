package io.agentsync.follow;

import io.agentsync.codec.DamagedRecordException;
import io.agentsync.codec.RecordCodec;
import io.agentsync.codec.UnknownFormatException;
import io.agentsync.journal.Entry;
import io.agentsync.journal.Journal;
import io.agentsync.model.Problem;
import io.agentsync.model.StoreException;
import io.agentsync.syncpoint.SyncPoint;
import java.util.ArrayList;
import java.util.List;

/** A journal that is read on and folded as it grows. */
final class FoldedJournal {

  private static final int MOST_PROBLEMS = 20;

  private final Journal journal;
  private final SyncPoint point = new SyncPoint();
  private final List<Problem> problems = new ArrayList<>();
  private long bytes;

  FoldedJournal(Journal journal) {
    this.journal = journal;
  }

  Journal journal() {
    return journal;
  }

  SyncPoint point() {
    return point;
  }

  /** The records that could not be read; the first twenty. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  long bytes() {
    return bytes;
  }

  /** Takes in what has been added. */
  void readOn() {
    for (Entry entry : journal.read()) {
      bytes += entry.bytes().length;
      try {
        point.accept(RecordCodec.decode(entry.bytes()));
      } catch (DamagedRecordException e) {
        report(entry, e.reason());
      } catch (UnknownFormatException e) {
        throw new StoreException(journal.place(), String.valueOf(e.getMessage()), e);
      }
    }
  }

  private void report(Entry entry, String reason) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(
          new Problem(
              journal.place(), "the record at byte %d %s".formatted(entry.position(), reason)));
    }
  }
}
