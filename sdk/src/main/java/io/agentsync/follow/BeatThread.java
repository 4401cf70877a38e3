package io.agentsync.follow;

import io.agentsync.model.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread of a process that notes beats: it is there only while there is something to. */
final class BeatThread {

  private static final Logger LOG = LoggerFactory.getLogger(BeatThread.class);
  private static final Duration LINGERING = Duration.ofSeconds(5);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final Supplier<Optional<Duration>> round;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable Thread thread;
  private boolean news;
  private boolean stopped;
  private boolean failing;

  /**
   * A thread that is not there yet.
   *
   * @param round notes what there is, and says how long to the next time; empty for never
   */
  BeatThread(Supplier<Optional<Duration>> round) {
    this.round = round;
  }

  /** There is something to note. */
  void wake() {
    lock.lock();
    try {
      news = true;
      if (thread == null && !stopped) {
        Thread started = new Thread(this::run, "agent-sync-beats");
        started.setDaemon(true);
        thread = started;
        started.start();
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Returns when it is gone for good. */
  void stop() {
    lock.lock();
    try {
      stopped = true;
      changed.signalAll();
      while (thread != null) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    boolean goesOn = true;
    while (goesOn) {
      goesOn = waitFor(beat());
    }
  }

  private Optional<Duration> beat() {
    try {
      Optional<Duration> next = round.get();
      failing = false;
      return next;
    } catch (StoreException e) {
      if (!failing) {
        LOG.warn("beats cannot be noted, so agents of this process will seem late; it goes on", e);
      }
      failing = true;
      return Optional.of(AFTER_FAILURE);
    }
  }

  /** Waits for the time, or for news; returns whether there is anything to go on for. */
  private boolean waitFor(Optional<Duration> next) {
    lock.lock();
    try {
      long left = next.orElse(LINGERING).toNanos();
      while (left > 0 && !news && !stopped) {
        left = changed.awaitNanos(left);
      }
      boolean goesOn = !stopped && (news || next.isPresent());
      news = false;
      if (!goesOn) {
        thread = null;
        changed.signalAll();
      }
      return goesOn;
    } catch (InterruptedException e) {
      // Nobody has a reason to interrupt it: it looks at once, and waits again.
      return true;
    } finally {
      lock.unlock();
    }
  }
}
