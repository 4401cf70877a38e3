package io.agentsync.follow;

import io.agentsync.codec.DamagedRecordException;
import io.agentsync.codec.RecordCodec;
import io.agentsync.codec.UnknownFormatException;
import io.agentsync.journal.Entry;
import io.agentsync.journal.Journal;
import io.agentsync.model.Problem;
import io.agentsync.model.StoreException;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** A journal that is read on and folded as it grows. */
final class FoldedJournal {

  private static final int MOST_PROBLEMS = 20;

  private final Journal journal;
  private final SyncPoint point = new SyncPoint();
  private final List<Problem> problems = new ArrayList<>();
  private final Deque<OwnLine> written = new ArrayDeque<>();
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

  /** Appends records; returns whether the journal still stood under its name afterwards. */
  boolean append(List<SyncRecord> records) {
    List<byte[]> lines = new ArrayList<>(records.size());
    written.clear();
    for (SyncRecord record : records) {
      byte[] line = RecordCodec.encode(record);
      lines.add(line);
      written.add(new OwnLine(line, record));
    }
    return journal.append(lines);
  }

  /** Takes in what has been added. */
  void readOn() {
    for (Entry entry : journal.read()) {
      bytes += entry.bytes().length;
      try {
        point.accept(decode(entry.bytes()));
      } catch (DamagedRecordException e) {
        report(entry, e.reason());
      } catch (UnknownFormatException e) {
        throw new StoreException(journal.place(), String.valueOf(e.getMessage()), e);
      }
    }
  }

  /** What this process has just written itself need not be taken apart again. */
  private SyncRecord decode(byte[] line) throws DamagedRecordException, UnknownFormatException {
    OwnLine mine = written.peek();
    if (mine != null && Arrays.equals(mine.bytes, line)) {
      written.remove();
      return mine.record;
    }
    return RecordCodec.decode(line);
  }

  private void report(Entry entry, String reason) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(
          new Problem(
              journal.place(), "the record at byte %d %s".formatted(entry.position(), reason)));
    }
  }

  private static final class OwnLine {
    private final byte[] bytes;
    private final SyncRecord record;

    OwnLine(byte[] bytes, SyncRecord record) {
      this.bytes = bytes;
      this.record = record;
    }
  }
}
