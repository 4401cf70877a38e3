package io.agentsync.cli.live;

import io.agentsync.cli.monitor.Look;
import io.agentsync.cli.monitor.PointId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * A thread that looks at the store at its pace, so that a slow store keeps nobody from pressing
 * keys. It waits until a look has been taken before it looks again.
 */
public final class Watch implements AutoCloseable {

  private final Function<Optional<PointId>, Look> eyes;
  private final Pace pace;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Optional<Look> news = Optional.empty();
  private Optional<RuntimeException> failure = Optional.empty();
  private Optional<PointId> focus = Optional.empty();
  private Duration interval;
  private boolean hurried;
  private boolean closed;

  private Watch(Function<Optional<PointId>, Look> eyes, Pace pace) {
    this.eyes = eyes;
    this.pace = pace;
    this.interval = pace.interval(Duration.ZERO);
  }

  /** Begins to look. */
  public static Watch begin(Eyes eyes, Pace pace) {
    return begin(eyes::look, pace);
  }

  static Watch begin(Function<Optional<PointId>, Look> eyes, Pace pace) {
    Watch watch = new Watch(eyes, pace);
    Thread thread = new Thread(watch::run, "sync-diag-watch");
    thread.setDaemon(true);
    thread.start();
    return watch;
  }

  /**
   * The next look.
   *
   * @return empty if there is none by then
   */
  Optional<Look> next(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (news.isEmpty() && failure.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
      }
      if (failure.isPresent()) {
        throw failure.get();
      }
      Optional<Look> look = news;
      news = Optional.empty();
      changed.signalAll();
      return look;
    } finally {
      lock.unlock();
    }
  }

  /** Whom to diagnose as well; somebody new is looked at right away. */
  void focus(Optional<PointId> point) {
    lock.lock();
    try {
      if (!focus.equals(point)) {
        focus = point;
        hurried = point.isPresent();
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The time from one look to the next, at present. */
  Duration interval() {
    lock.lock();
    try {
      return interval;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      Optional<Optional<PointId>> whom = begun();
      while (whom.isPresent()) {
        long start = System.nanoTime();
        Look look = eyes.apply(whom.get());
        show(look, Duration.ofNanos(System.nanoTime() - start));
        whom = begun();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  /** Whom the look that begins is for; empty if there shall be none. */
  private Optional<Optional<PointId>> begun() {
    lock.lock();
    try {
      hurried = false;
      return closed ? Optional.empty() : Optional.of(focus);
    } finally {
      lock.unlock();
    }
  }

  private void show(Look look, Duration took) throws InterruptedException {
    lock.lock();
    try {
      news = Optional.of(look);
      interval = pace.interval(took);
      changed.signalAll();
      long left = pace.pause(took).toNanos();
      while (!closed && !hurried && left > 0) {
        left = changed.awaitNanos(left);
      }
      while (!closed && !hurried && news.isPresent()) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  void fail(RuntimeException unexpected) {
    lock.lock();
    try {
      failure = Optional.of(unexpected);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
