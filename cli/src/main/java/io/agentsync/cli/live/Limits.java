package io.agentsync.cli.live;

import io.agentsync.model.Moment;
import java.time.Duration;
import java.util.Optional;

/**
 * When to end without being told to.
 *
 * @param looks after so many looks at the store
 * @param duration after so long
 */
public record Limits(Optional<Integer> looks, Optional<Duration> duration) {

  private static final Duration LONG = Duration.ofDays(1);

  boolean reached(int taken) {
    return looks.filter(most -> taken >= most).isPresent();
  }

  /** What is left of the time, a day at most; not above zero if none is. */
  Duration left(Moment began, Moment now) {
    return duration
        .map(whole -> whole.minusNanos(now.nanos() - began.nanos()))
        .filter(left -> left.compareTo(LONG) < 0)
        .orElse(LONG);
  }
}
