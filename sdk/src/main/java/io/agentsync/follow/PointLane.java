package io.agentsync.follow;

import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the threads of this process meet one sync point. Whoever brings something does the work for
 * everybody who has brought something by then; nobody waits for the lock.
 */
final class PointLane {

  private static final Logger LOG = LoggerFactory.getLogger(PointLane.class);

  private static final long TICK_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long SHORTEST_NANOS = Duration.ofMillis(1).toNanos();

  private final StandingJournal<SyncRecord, SyncPoint> journal;
  private final Carrier carrier;
  private final Rotation rotation;
  private final Consumer<Set<String>> ring;
  private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();
  private volatile OptionalLong looksAgainAt = OptionalLong.empty();

  PointLane(
      StandingJournal<SyncRecord, SyncPoint> journal,
      Carrier carrier,
      Rotation rotation,
      Consumer<Set<String>> ring) {
    this.journal = journal;
    this.carrier = carrier;
    this.rotation = rotation;
    this.ring = ring;
  }

  /** Brings a ticket; its sink is told by this or another thread. */
  void bring(Ticket<?> ticket) {
    inbox.add(() -> carrier.add(ticket));
    takeTurns();
  }

  /** Takes an attendance back; its sink is told what came of it, if it has not been told. */
  void giveUp(Ticket<?> ticket) {
    inbox.add(() -> carrier.giveUp(ticket));
    takeTurns();
  }

  /** Looks for changes. */
  void look() {
    inbox.add(carrier::doubtStanding);
    takeTurns();
  }

  /** Takes the sync point away if its newest generation has ended and is wanted (W-3). */
  CompletableFuture<Boolean> remove(Predicate<Generation> wanted, Duration patience) {
    CompletableFuture<Boolean> removed = new CompletableFuture<>();
    inbox.add(
        () -> {
          try {
            journal.readOn();
            removed.complete(rotation.remove(false, wanted, patience));
          } catch (RuntimeException e) {
            removed.completeExceptionally(e);
          }
        });
    takeTurns();
    return removed;
  }

  /** When somebody has to look here again, by {@link System#nanoTime}; empty if nobody waits. */
  OptionalLong looksAgainAt() {
    return looksAgainAt;
  }

  /** Lets go of the journal if nobody needs it now. */
  void rest() {
    if (turn.tryLock()) {
      try {
        if (carrier.idle() && inbox.isEmpty()) {
          carrier.rest();
        }
      } finally {
        turn.unlock();
      }
      takeTurns();
    }
  }

  private void takeTurns() {
    while (!inbox.isEmpty() && turn.tryLock()) {
      Releases releases;
      try {
        Runnable command = inbox.poll();
        while (command != null) {
          command.run();
          command = inbox.poll();
        }
        carrier.carry();
        releases = carrier.takeReleases();
      } finally {
        // Also after a failure that nobody expected: whoever watches shall not look all the time.
        looksAgainAt = carrier.anyoneWaits() ? nextLook() : OptionalLong.empty();
        turn.unlock();
      }
      release(releases);
    }
  }

  private OptionalLong nextLook() {
    long now = System.nanoTime();
    // The looks of all lanes fall on the same instants, so that the process wakes once for all.
    long tick = (Math.floorDiv(now, TICK_NANOS) + 1) * TICK_NANOS;
    Duration left = carrier.untilDeadline().orElse(null);
    return OptionalLong.of(left == null ? tick : Math.min(now + soon(left), tick));
  }

  private static long soon(Duration left) {
    return Math.max(left.toNanos(), SHORTEST_NANOS);
  }

  private void release(Releases releases) {
    releases.tellAll();
    if (!releases.sessions().isEmpty()) {
      LOG.debug("ringing at {}", releases.sessions());
      ring.accept(releases.sessions());
    }
  }
}
