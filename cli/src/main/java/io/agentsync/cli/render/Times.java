package io.agentsync.cli.render;

import java.time.Duration;
import java.time.Instant;

/** Says times as people do, relative to now. */
public final class Times {

  private Times() {}

  /** How long ago something was, such as {@code 12s ago}. */
  public static String ago(Instant then, Instant now) {
    // Clocks of two machines agree to a few milliseconds at best.
    return length(Duration.ofSeconds(Duration.between(then, now).toSeconds())) + " ago";
  }

  static String until(Instant deadline, Instant now) {
    return deadline.isBefore(now)
        ? "overdue by " + length(Duration.between(deadline, now))
        : "in " + length(Duration.between(now, deadline));
  }

  /** A length of time in its two largest units, such as {@code 1m20s}; not below zero. */
  public static String length(Duration time) {
    // Clocks of two machines differ a little; "minus 2 s ago" helps nobody.
    Duration shown = time.isNegative() ? Duration.ZERO : time;
    if (shown.toDays() > 0) {
      return two(shown.toDays(), "d", shown.toHoursPart(), "h");
    }
    if (shown.toHours() > 0) {
      return two(shown.toHours(), "h", shown.toMinutesPart(), "m");
    }
    if (shown.toMinutes() > 0) {
      return two(shown.toMinutes(), "m", shown.toSecondsPart(), "s");
    }
    return shown.toSeconds() > 0 || shown.isZero()
        ? shown.toSeconds() + "s"
        : shown.toMillis() + "ms";
  }

  /** As {@link #length}, but to the tenth of a second where seconds are few. */
  static String exact(Duration time) {
    long tenths = time.toMillis() / 100;
    return tenths >= 10 && tenths < 100 && tenths % 10 > 0
        ? "%d.%ds".formatted(tenths / 10, tenths % 10)
        : length(time);
  }

  private static String two(long large, String largeUnit, int small, String smallUnit) {
    return small == 0 ? large + largeUnit : large + largeUnit + small + smallUnit;
  }
}
