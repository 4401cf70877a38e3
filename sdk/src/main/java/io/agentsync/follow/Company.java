package io.agentsync.follow;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The agents of this process that were told of an end together, and may come back together: whoever
 * comes first leaves its arrival for a moment to those who follow, so that one trip to a distant
 * store carries all of them. This is the group commit of databases.
 *
 * <p>Safe for many threads.
 */
final class Company {

  /** Nobody waits for what saves less than that. */
  private static final long SHORTEST_TRIP = Duration.ofMillis(1).toNanos();

  private static final long LONGEST_MOMENT = Duration.ofMillis(5).toNanos();

  private final AtomicInteger away = new AtomicInteger();
  private volatile long until;

  /**
   * Some are told.
   *
   * @param agents how many
   * @param trip how many nanoseconds an append takes; 0 if that is not known
   * @param now by {@link System#nanoTime}
   */
  void told(int agents, long trip, long now) {
    // Had one gone alone, the others would have to wait as long for it to be back.
    until = trip < SHORTEST_TRIP ? now : now + Math.min(trip, LONGEST_MOMENT);
    away.set(agents);
  }

  /**
   * One comes back.
   *
   * @param now by {@link System#nanoTime}
   * @return for how many nanoseconds it leaves its arrival to those who are still away
   */
  long comesBack(long now) {
    boolean last = away.getAndUpdate(left -> Math.max(0, left - 1)) <= 1;
    return last ? 0 : Math.max(0, until - now);
  }
}
