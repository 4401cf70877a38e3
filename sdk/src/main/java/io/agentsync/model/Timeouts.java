package io.agentsync.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The one rule for timeouts. */
public final class Timeouts {

  private static final Duration LONGEST = Duration.ofDays(3650);

  private Timeouts() {}

  /**
   * Returns {@code timeout}, in whole milliseconds, if it can be kept.
   *
   * @throws InvalidRequestException if it is shorter than a millisecond or longer than 10 years
   */
  public static Duration require(@Nullable Duration timeout) {
    return require("A timeout", timeout);
  }

  static Duration require(String what, @Nullable Duration timeout) {
    if (timeout == null
        || timeout.compareTo(Duration.ofMillis(1)) < 0
        || timeout.compareTo(LONGEST) > 0) {
      throw new InvalidRequestException(
          "%s of %s is not possible: use at least 1 ms and at most 10 years."
              .formatted(what, timeout));
    }
    return Duration.ofMillis(timeout.toMillis());
  }
}
