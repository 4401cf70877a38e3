package io.agentsync.zookeeper;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How long a request waits for an answer: all that are made during one outage wait for it together,
 * and those that come when it has lasted for long are told at once. Whoever looks after all who
 * wait in a process waits for less, so that each of them is told in time (SP-12); so does whoever
 * asks again by itself.
 */
final class Patience {

  private static final long OF_THE_HURRIED = Duration.ofSeconds(1).toNanos();
  private static final long LEAST_OF_THE_HURRIED = Duration.ofMillis(20).toNanos();
  private static final long LEAST_OF_CALLERS = Duration.ofMillis(200).toNanos();

  private final long ofCallers;
  private final boolean hurried;
  private final AtomicLong since;
  private volatile @Nullable Thread watcher;

  Patience(Duration ofCallers) {
    this(ofCallers.toNanos(), false, new AtomicLong());
  }

  private Patience(long ofCallers, boolean hurried, AtomicLong since) {
    this.ofCallers = ofCallers;
    this.hurried = hurried;
    this.since = since;
  }

  /** That of those who ask again by themselves, in the same outages. */
  Patience hurried() {
    return new Patience(ofCallers, true, since);
  }

  /** Says that the present thread looks after all who wait in this process. */
  void watching() {
    watcher = Thread.currentThread();
  }

  /** There is an answer, or a connection. */
  void answered() {
    since.set(0);
  }

  /**
   * There was no answer.
   *
   * @param start when it was asked for, by {@link System#nanoTime}
   */
  void unanswered(long start) {
    since.compareAndSet(0, start == 0 ? 1 : start);
  }

  /** How many nanoseconds are left to whoever began to ask then; never none at all. */
  long left(long start) {
    return Math.max(untilEnd(start), inHurry() ? LEAST_OF_THE_HURRIED : LEAST_OF_CALLERS);
  }

  boolean isOver(long start) {
    return untilEnd(start) <= 0;
  }

  private long untilEnd(long start) {
    long outage = since.get();
    long end = (outage == 0 ? start : outage) + (inHurry() ? OF_THE_HURRIED : ofCallers);
    return end - System.nanoTime();
  }

  private boolean inHurry() {
    return hurried || Thread.currentThread().equals(watcher);
  }
}
