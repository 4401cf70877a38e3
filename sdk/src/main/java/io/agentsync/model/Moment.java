package io.agentsync.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A point in time as a record carries it: wall time for people, monotonic time for judging.
 *
 * @param wall what the clock on the wall said; may jump
 * @param domain where {@code nanos} was read; empty if the writer could not tell
 * @param nanos monotonic nanoseconds; they stand still while the machine sleeps
 */
public record Moment(Instant wall, Optional<Domain> domain, long nanos) {

  /** Whether {@link #until} can be answered by monotonic time alone. */
  public boolean comparableWith(Moment other) {
    return domain.isPresent() && domain.equals(other.domain);
  }

  /**
   * The time from this moment to {@code later}, negative if that is earlier.
   *
   * @return empty if the two were read in different domains
   */
  public Optional<Duration> until(Moment later) {
    return comparableWith(later)
        ? Optional.of(Duration.ofNanos(later.nanos - nanos))
        : Optional.empty();
  }

  /**
   * The time to {@code later} for people: monotonic where possible, else by the wall, not below 0.
   */
  public Duration shownUntil(Moment later) {
    Duration shown = until(later).orElseGet(() -> Duration.between(wall, later.wall));
    return shown.isNegative() ? Duration.ZERO : shown;
  }
}
