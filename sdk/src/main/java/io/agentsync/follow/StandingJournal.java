package io.agentsync.follow;

import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Exclusive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The journals of one name, one after the other: finds the one that stands, and when it has been
 * closed, sees to it that it is taken away (J-7).
 *
 * <p>One thread at a time may use it.
 *
 * @param <R> their records
 * @param <F> what they are folded into
 */
final class StandingJournal<R, F> {

  /** The lock of whoever removes journals or forgets their tombstones. */
  static final String REMOVAL = "removal";

  /** How long others who take journals away are waited for, if nothing else is said. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private final JournalKind<R, F> kind;
  private final JournalStore store;
  private final JournalName name;
  private final Heads<R, F> heads;
  private R expected;
  private @Nullable FoldedJournal<R, F> current;
  private int openings;
  private boolean standing = true;
  private Duration patience = PATIENCE;

  StandingJournal(JournalKind<R, F> kind, JournalStore store, JournalName name) {
    this.kind = kind;
    this.store = store;
    this.name = name;
    this.heads = new Heads<>(kind, store);
    this.expected = kind.firstHead();
  }

  /** Says how long to wait from now on for others who take journals away. */
  void waitAtMost(Duration time) {
    patience = time;
  }

  /** What the journal means; where none stands, what the next one will go on from. */
  F fold() {
    return current == null || current.blank() ? kind.startingAt(expected) : current.fold();
  }

  /** Whether a journal is held that is known to stand, and where it goes on from. */
  boolean inUse() {
    return current != null && !current.blank() && !over();
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

  /** How many nanoseconds an append to it takes; 0 if that is not known yet. */
  long trip() {
    return current == null ? 0 : current.trip();
  }

  /** Reads on; where no journal stands, looks whether there is one now. */
  void readOn() {
    read(FoldedJournal::readOn);
  }

  /** As {@link #readOn}, where somebody has rung: what came after the ring may not be seen yet. */
  void readRung() {
    read(FoldedJournal::readRung);
  }

  private void read(Consumer<FoldedJournal<R, F>> how) {
    FoldedJournal<R, F> held = current;
    if (held == null) {
      lookForOne();
    } else {
      boolean blank = held.blank();
      how.accept(held);
      leaveIfStale(held, blank);
    }
  }

  /** As {@link #readOn}, and looks whether the journal still stands, as every append does. */
  void lookAround() {
    readOn();
    standing = current == null || current.journal().stoodWhenRead();
  }

  /** Whether the journal that is held will never mean anything new: closed, or no longer there. */
  boolean over() {
    return current != null && (current.closed() || !standing);
  }

  /** Appends what nobody depends on to the journal that is held, without reading on. */
  void mention(R record) {
    if (current != null) {
      current.mention(record);
    }
  }

  /**
   * Appends to the journal that is held, and reads on up to there at least; where none stands,
   * begins one, and judges it then. Where somebody else has begun one by now, that one is looked at
   * first, and nothing is appended.
   */
  void write(List<R> records) {
    FoldedJournal<R, F> target = current;
    if (target == null) {
      target = new FoldedJournal<>(kind, store.create(name));
      target.readOn();
      if (!target.blank()) {
        target.journal().close();
        lookForOne();
        return;
      }
      current = target;
    }
    boolean blank = target.blank();
    List<R> whole = new ArrayList<>(records.size() + 1);
    if (blank) {
      whole.add(expected);
    }
    whole.addAll(records);
    standing = target.write(whole);
    leaveIfStale(target, blank);
  }

  /** Lets go of the journal that is held, and finds the one that stands. */
  void reopen() {
    close();
    lookForOne();
  }

  private void lookForOne() {
    openings++;
    standing = true;
    Optional<Journal> found = open();
    while (found.isPresent()) {
      FoldedJournal<R, F> next = new FoldedJournal<>(kind, found.get());
      next.readOn();
      expected = heads.expected(name);
      if (next.blank()) {
        // It may be the one that the tombstone tells of: written to, closed and not yet moved.
        next.readOn();
      }
      if (!next.closed() && !heads.stale(next.fold(), expected)) {
        current = next;
        return;
      }
      try (Journal gone = next.journal()) {
        takeAway(gone, next.closed() ? kind.successor(next.fold()) : expected);
      }
      found = open();
    }
  }

  /** What stands; nothing, if all that the tombstone tells of has been moved away. */
  private Optional<Journal> open() {
    Optional<Journal> found = store.open(name);
    if (found.isEmpty()) {
      expected = heads.expected(name);
      boolean first = kind.epochOf(expected) == kind.epochOf(kind.firstHead());
      // A tombstone is there before its journal is gone: that one may have come in between.
      found = first ? found : store.open(name);
    }
    return found;
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
      store.remove(current.journal(), kind.encode(kind.successor(current.fold())));
    }
  }

  private void takeAway(Journal journal, R next) {
    try (Exclusive lock = removalLock(patience)) {
      store.remove(journal, kind.encode(next));
    }
  }

  /**
   * Where it has just been learnt what a journal goes on from, looks whether that is what it
   * should. Reads on after the tombstone has been read: a journal that counted, and was removed
   * just now, says by then that it is closed.
   */
  private void leaveIfStale(FoldedJournal<R, F> target, boolean wasBlank) {
    if (!wasBlank || target.blank()) {
      return;
    }
    expected = heads.expected(name);
    target.readOn();
    if (heads.stale(target.fold(), expected)) {
      reopen();
    }
  }
}
