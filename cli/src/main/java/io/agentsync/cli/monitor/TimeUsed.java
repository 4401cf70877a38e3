package io.agentsync.cli.monitor;

import io.agentsync.model.SyncStatus;
import java.time.Duration;
import java.time.Instant;

/**
 * How much of the time until the deadline is used up.
 *
 * @param share from 0 to 1; 0 where no deadline runs
 */
record TimeUsed(double share) {

  /** From here on the diagnosis warns. */
  private static final double NEAR = 0.8;

  static TimeUsed of(SyncStatus point, Instant now) {
    if (!point.open() || point.deadline().isEmpty()) {
      return new TimeUsed(0);
    }
    Instant deadline = point.deadline().get();
    Instant start = point.startedAt().orElse(deadline.minus(point.timeout()));
    double whole = Duration.between(start, deadline).toMillis();
    double used = Duration.between(start, now).toMillis();
    return new TimeUsed(whole <= 0 ? 1 : Math.min(1, Math.max(0, used / whole)));
  }

  boolean near() {
    return share >= NEAR;
  }
}
