package io.agentsync.follow;

import io.agentsync.journal.JournalStore.Exclusive;
import io.agentsync.model.StoreBusyException;
import io.agentsync.model.TimeSource;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Removal;
import io.agentsync.syncpoint.Step;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a journal away whose newest generation has ended: because it has grown long (J-8), or
 * because somebody cleans up (W-3).
 */
final class Rotation {

  private static final Logger LOG = LoggerFactory.getLogger(Rotation.class);

  private final StandingJournal<SyncRecord, SyncPoint> journal;
  private final TimeSource time;
  private final OpIds ops;
  private final long longest;
  private long notBelow;

  Rotation(
      StandingJournal<SyncRecord, SyncPoint> journal, TimeSource time, OpIds ops, long longest) {
    this.journal = journal;
    this.time = time;
    this.ops = ops;
    this.longest = longest;
    this.notBelow = longest;
  }

  /** Whether the journal is so long that it is time for a new one. */
  boolean due() {
    return journal.bytes() >= notBelow;
  }

  /** Goes on in a new journal if this one is long; if somebody else is at it, another time. */
  void rotateIfDue() {
    if (!due()) {
      return;
    }
    try {
      remove(true, generation -> true, Duration.ZERO);
      notBelow = longest;
    } catch (StoreBusyException e) {
      notBelow = journal.bytes() + longest / 4;
      LOG.debug("the journal stays for now", e);
    }
  }

  /**
   * Closes the journal and takes it away, if its newest generation has ended and is wanted.
   *
   * @return whether this call did
   */
  boolean remove(boolean rotated, Predicate<Generation> wanted, Duration patience) {
    if (journal.fold().newest().filter(newest -> !newest.open()).isEmpty()) {
      return false;
    }
    try (Exclusive lock = journal.removalLock(patience)) {
      journal.readOn();
      Step<Boolean> step = Removal.of(rotated, wanted).next(journal.fold(), time.now(), ops.next());
      while (step instanceof Step.Append<Boolean> append && !journal.over()) {
        journal.write(List.of(append.record()));
        step = append.then().next(journal.fold(), time.now(), ops.next());
      }
      boolean mine = step instanceof Step.Done<Boolean> done && done.result();
      if (mine) {
        journal.takeAwayLocked();
      }
      return mine;
    }
  }
}
