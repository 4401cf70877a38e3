package io.agentsync.follow;

import io.agentsync.codec.DamagedRecordException;
import io.agentsync.codec.UnknownFormatException;
import io.agentsync.journal.Entry;
import io.agentsync.journal.Journal;
import io.agentsync.model.Problem;
import io.agentsync.model.StoreException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * A journal that is read on and folded as it grows.
 *
 * @param <R> its records
 * @param <F> what they are folded into
 */
final class FoldedJournal<R, F> {

  private static final int MOST_PROBLEMS = 20;

  private final JournalKind<R, F> kind;
  private final Journal journal;
  private final F fold;
  private final List<Problem> problems = new ArrayList<>();
  private final Deque<OwnLine<R>> written = new ArrayDeque<>();
  private long bytes;
  private long lastTook;
  private long trip;

  FoldedJournal(JournalKind<R, F> kind, Journal journal) {
    this.kind = kind;
    this.journal = journal;
    this.fold = kind.empty();
  }

  Journal journal() {
    return journal;
  }

  F fold() {
    return fold;
  }

  /** Whether nothing has been read that says where it goes on from. */
  boolean blank() {
    return kind.blank(fold);
  }

  boolean closed() {
    return kind.closed(fold);
  }

  /** The records that could not be read; the first twenty. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  long bytes() {
    return bytes;
  }

  /** Appends what nobody depends on, and takes nothing in. */
  void mention(R record) {
    journal.appendInPassing(encoded(List.of(record)));
  }

  /**
   * Appends records, and takes in what has been added by then; returns whether the journal still
   * stood under its name afterwards.
   */
  boolean write(List<R> records) {
    List<byte[]> lines = encoded(records);
    long sent = System.nanoTime();
    Journal.Appended appended = journal.appendAndRead(lines);
    long took = System.nanoTime() - sent;
    // The first is a cold one, and one may have been held up.
    trip = Math.min(took, lastTook);
    lastTook = took;
    appended.read().forEach(this::take);
    if (!appended.read().isEmpty() && !journal.drained()) {
      readOn();
    }
    return appended.stood();
  }

  private List<byte[]> encoded(List<R> records) {
    List<byte[]> lines = new ArrayList<>(records.size());
    written.clear();
    for (R record : records) {
      byte[] line = kind.encode(record);
      lines.add(line);
      written.add(new OwnLine<>(line, record));
    }
    return lines;
  }

  /** How many nanoseconds an append takes: the shorter of the last two; 0 before there were two. */
  long trip() {
    return trip;
  }

  /** Takes in what had been added when somebody rang for it. */
  void readRung() {
    List<Entry> entries = journal.readRung();
    entries.forEach(this::take);
    if (!entries.isEmpty() && !journal.drained()) {
      readOn();
    }
  }

  /** Takes in what has been added. */
  void readOn() {
    List<Entry> entries;
    do {
      entries = journal.read();
      for (Entry entry : entries) {
        take(entry);
      }
    } while (!entries.isEmpty() && !journal.drained());
  }

  private void take(Entry entry) {
    bytes += entry.bytes().length;
    try {
      kind.accept(fold, decode(entry.bytes()));
    } catch (DamagedRecordException e) {
      report(entry, e.reason());
    } catch (UnknownFormatException e) {
      throw new StoreException(journal.place(), String.valueOf(e.getMessage()), e);
    }
  }

  /** What this process has just written itself need not be taken apart again. */
  private R decode(byte[] line) throws DamagedRecordException, UnknownFormatException {
    OwnLine<R> mine = written.peek();
    if (mine != null && Arrays.equals(mine.bytes, line)) {
      written.remove();
      return mine.record;
    }
    return kind.decode(line);
  }

  private void report(Entry entry, String reason) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(problem(journal, entry, reason));
    }
  }

  static Problem problem(Journal journal, Entry entry, String reason) {
    return new Problem(
        journal.place(), "the record at %s %s".formatted(journal.nameOf(entry), reason));
  }

  private static final class OwnLine<R> {
    private final byte[] bytes;
    private final R record;

    OwnLine(byte[] bytes, R record) {
      this.bytes = bytes;
      this.record = record;
    }
  }
}
