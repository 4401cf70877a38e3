package io.agentsync.follow;

import io.agentsync.codec.RecordCodec;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Exclusive;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The journals of one sync point, one after the other: finds the one that stands, and when it has
 * been closed, sees to it that it is taken away (J-7).
 *
 * <p>One thread at a time may use it.
 */
final class PointJournal {

  /** The lock of whoever removes journals or forgets their tombstones. */
  static final String REMOVAL = "removal";

  private static final Duration REMOVAL_PATIENCE = Duration.ofSeconds(5);

  private final JournalStore store;
  private final JournalName name;
  private Head expected = Head.FIRST;
  private @Nullable FoldedJournal current;
  private int openings;
  private boolean standing = true;

  PointJournal(JournalStore store, JournalName name) {
    this.store = store;
    this.name = name;
  }

  /** What the journal means; where none stands, what the next one will go on from. */
  SyncPoint point() {
    return current == null || current.point().blank()
        ? SyncPoint.startingAt(expected)
        : current.point();
  }

  /** Goes up whenever another journal is looked at than before. */
  int openings() {
    return openings;
  }

  /** Where it is, for messages. */
  String place() {
    return current == null ? store.location() + "/" + name : current.journal().place();
  }

  /** How many bytes of records the present journal holds. */
  long bytes() {
    return current == null ? 0 : current.bytes();
  }

  /** Reads on; where no journal stands, looks whether there is one now. */
  void readOn() {
    if (current == null) {
      lookForOne();
    } else {
      FoldedJournal held = current;
      boolean blank = held.point().blank();
      held.readOn();
      if (blank && !held.point().blank()) {
        leaveIfStale(held);
      }
    }
  }

  /** Whether the journal that is held will never mean anything new: closed, or no longer there. */
  boolean over() {
    return current != null && (current.point().removed().isPresent() || !standing);
  }

  /** Looks whether the journal that is held still stands under its name, as every append does. */
  void checkStanding() {
    standing = current == null || current.journal().stands();
  }

  /**
   * Appends to the journal that is held; where none stands, begins one, which {@link #readOn}
   * judges then. Where somebody else has begun one by now, that one is looked at first, and nothing
   * is appended.
   */
  void append(List<SyncRecord> records) {
    FoldedJournal target = current;
    if (target == null) {
      target = new FoldedJournal(store.create(name));
      target.readOn();
      if (!target.point().blank()) {
        target.journal().close();
        lookForOne();
        return;
      }
      current = target;
    }
    if (target.point().blank()) {
      List<SyncRecord> withHead = new ArrayList<>(records.size() + 1);
      withHead.add(expected);
      withHead.addAll(records);
      standing = target.append(withHead);
    } else {
      standing = target.append(records);
    }
  }

  /** Lets go of the journal that is held, and finds the one that stands. */
  void reopen() {
    close();
    lookForOne();
  }

  private void lookForOne() {
    openings++;
    standing = true;
    Optional<Journal> found = store.open(name);
    while (found.isPresent()) {
      FoldedJournal next = new FoldedJournal(found.get());
      next.readOn();
      expected = Heads.expected(store, name);
      if (next.point().removed().isPresent()) {
        takeAway(next.journal(), next.point().successor());
      } else if (Heads.stale(next.point(), expected)) {
        takeAway(next.journal(), expected);
      } else {
        current = next;
        return;
      }
      next.journal().close();
      found = store.open(name);
    }
    expected = Heads.expected(store, name);
  }

  void sync() {
    if (current != null) {
      current.journal().sync();
    }
  }

  void close() {
    if (current != null) {
      current.journal().close();
      current = null;
    }
  }

  /** The right to take journals away. */
  Exclusive removalLock(Duration patience) {
    return store.exclusive(REMOVAL, patience);
  }

  /** Takes the closed journal away; the caller holds the removal lock. */
  void takeAwayLocked() {
    if (current != null) {
      store.remove(current.journal(), RecordCodec.encode(current.point().successor()));
    }
  }

  private void takeAway(Journal journal, Head next) {
    try (Exclusive lock = removalLock(REMOVAL_PATIENCE)) {
      store.remove(journal, RecordCodec.encode(next));
    }
  }

  /**
   * Reads on after the tombstone has been read: a journal that counted, and was removed just now,
   * says by then that it is closed.
   */
  private void leaveIfStale(FoldedJournal target) {
    expected = Heads.expected(store, name);
    target.readOn();
    if (Heads.stale(target.point(), expected)) {
      reopen();
    }
  }
}
