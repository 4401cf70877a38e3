package io.agentsync.diagnosis;

import io.agentsync.model.Problem;
import io.agentsync.model.SyncStatus;
import io.agentsync.syncpoint.Mismatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the rules look at.
 *
 * @param status the newest generation
 * @param untilDeadline how long it has left, negative if it is overdue; empty if no deadline runs
 * @param mismatches who was turned away from it
 * @param problems records that could not be read
 */
public record Facts(
    SyncStatus status,
    Optional<Duration> untilDeadline,
    List<Mismatch> mismatches,
    List<Problem> problems) {

  private static final int NEAR_PERCENT = 80;

  boolean overdue() {
    return untilDeadline.filter(Duration::isNegative).isPresent();
  }

  /** Whether 80 % of the time to the deadline are used up. */
  boolean nearDeadline() {
    return untilDeadline
        .filter(left -> left.toMillis() * 100 <= status.timeout().toMillis() * (100 - NEAR_PERCENT))
        .isPresent();
  }
}
