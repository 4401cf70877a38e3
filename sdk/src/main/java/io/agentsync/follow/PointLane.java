package io.agentsync.follow;

import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the threads of this process meet one sync point. Whoever brings something does the work for
 * everybody who has brought something by then; nobody but who removes waits for the lock.
 */
final class PointLane {

  /** What a lane has its process do. */
  interface Keeper {

    /** Rings at sessions for its point; without waiting. */
    void ring(Set<String> sessions);

    /** Notes that it holds a journal again; called while it has its turn. */
    void awakes(PointLane lane);

    /** Sees to it that somebody looks when {@link #looksAgainAt} says. */
    void expect(PointLane lane);
  }

  private static final Logger LOG = LoggerFactory.getLogger(PointLane.class);

  private static final long TICK_NANOS = Duration.ofSeconds(1).toNanos();
  private static final Duration MOMENT = Duration.ofMillis(10);
  private static final long SHORTEST_NANOS = Duration.ofMillis(1).toNanos();

  private final StandingJournal<SyncRecord, SyncPoint> journal;
  private final Carrier carrier;
  private final Rotation rotation;
  private final Keeper keeper;
  private final Company company = new Company();
  private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();
  private volatile OptionalLong looksAgainAt = OptionalLong.empty();
  private boolean rests = true;

  PointLane(
      StandingJournal<SyncRecord, SyncPoint> journal,
      Carrier carrier,
      Rotation rotation,
      Keeper keeper) {
    this.journal = journal;
    this.carrier = carrier;
    this.rotation = rotation;
    this.keeper = keeper;
  }

  /** Brings a ticket; its sink is told by this or another thread. */
  void bring(Ticket<?> ticket) {
    inbox.add(() -> carrier.add(ticket));
    serve();
  }

  /**
   * Leaves the ticket of an agent here for others to take along, who are about to come; if it has
   * not been told when the moment is over, the caller {@linkplain #serve serves} it.
   *
   * @return how long that moment is, in nanoseconds
   */
  long leave(Ticket<?> ticket) {
    inbox.add(() -> carrier.add(ticket));
    return company.comesBack(System.nanoTime());
  }

  /** Does all that has been left here and that nobody is at. */
  void serve() {
    takeTurns(StandingJournal.PATIENCE);
  }

  /** Gives an errand up; its sink is told what came of it, if it has not been told. */
  void giveUp(Ticket<?> ticket) {
    inbox.add(() -> carrier.giveUp(ticket));
    serve();
  }

  /** Reads what somebody rang for. Whether the journal still stands is left to the next look. */
  void hear() {
    inbox.add(carrier::hearRing);
    takeTurns(MOMENT);
  }

  /** Looks for changes; never waits for somebody else, as many lanes may have to be looked at. */
  void look() {
    inbox.add(carrier::doubtStanding);
    takeTurns(MOMENT);
  }

  /**
   * Takes the sync point away if its newest generation has ended and is wanted (W-3).
   *
   * @return whether this call did
   */
  boolean remove(Predicate<Generation> wanted, Duration patience) {
    AtomicBoolean removed = new AtomicBoolean();
    turn.lock();
    try {
      work(
          () -> {
            journal.readOn();
            removed.set(rotation.remove(false, wanted, patience));
          },
          StandingJournal.PATIENCE);
    } finally {
      serve();
    }
    return removed.get();
  }

  /** When somebody has to look here again, by {@link System#nanoTime}; empty if nobody waits. */
  OptionalLong looksAgainAt() {
    return looksAgainAt;
  }

  /** Lets go of the journal if nobody needs it now; returns whether it did. */
  boolean rest() {
    boolean rested = false;
    if (turn.tryLock()) {
      try {
        if (carrier.idle() && inbox.isEmpty()) {
          carrier.rest();
          rests = true;
          rested = true;
        }
      } finally {
        turn.unlock();
      }
      serve();
    }
    return rested;
  }

  private void takeTurns(Duration patience) {
    while (!inbox.isEmpty() && turn.tryLock()) {
      work(() -> {}, patience);
    }
  }

  /** To be called holding the lock, which it gives back. */
  private void work(Runnable first, Duration patience) {
    try {
      release(takeTurn(first, patience));
    } finally {
      // Also after a failure that nobody expected: others may wait, who left it to this thread.
      keeper.expect(this);
    }
  }

  private Releases takeTurn(Runnable first, Duration patience) {
    try {
      if (rests) {
        rests = false;
        keeper.awakes(this);
      }
      journal.waitAtMost(patience);
      first.run();
      Runnable command = inbox.poll();
      while (command != null) {
        command.run();
        command = inbox.poll();
      }
      carrier.carry(patience.compareTo(MOMENT) > 0);
      Releases releases = carrier.takeReleases();
      if (releases.outcomes() > 0) {
        company.told(releases.outcomes(), journal.trip(), System.nanoTime());
      }
      return releases;
    } finally {
      try {
        // Also after a failure that nobody expected: whoever watches shall not look all the time.
        looksAgainAt = carrier.idle() ? OptionalLong.empty() : nextLook();
      } finally {
        turn.unlock();
      }
    }
  }

  private OptionalLong nextLook() {
    long now = System.nanoTime();
    // The looks of all lanes fall on the same instants, so that the process wakes once for all.
    long tick = (Math.floorDiv(now, TICK_NANOS) + 1) * TICK_NANOS;
    Duration left = carrier.untilDue().orElse(null);
    return OptionalLong.of(left == null ? tick : Math.min(now + soon(left), tick));
  }

  private static long soon(Duration left) {
    return Math.max(left.toNanos(), SHORTEST_NANOS);
  }

  private void release(Releases releases) {
    try {
      if (!releases.sessions().isEmpty()) {
        LOG.debug("ringing at {}", releases.sessions());
        keeper.ring(releases.sessions());
      }
    } finally {
      releases.tellAll();
    }
  }
}
