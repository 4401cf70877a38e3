package io.agentsync.model;

import java.time.Duration;
import java.util.Set;

/**
 * What a cleanup may remove. Open sync points are never removed.
 *
 * @param olderThan only what ended at least this long ago
 * @param states which ended states: {@code COMPLETED}, {@code ERROR} or both
 * @param dryRun only say what would be done
 */
public record CleanupOptions(Duration olderThan, Set<SyncState> states, boolean dryRun) {

  /** The default: completed and forced sync points of any age. */
  public static final CleanupOptions COMPLETED =
      new CleanupOptions(Duration.ZERO, Set.of(SyncState.COMPLETED), false);

  public CleanupOptions {
    if (olderThan.isNegative()) {
      throw new InvalidRequestException("An age of %s is negative.".formatted(olderThan));
    }
    states = Set.copyOf(states);
    if (states.isEmpty()
        || states.contains(SyncState.READY)
        || states.contains(SyncState.SYNCING)) {
      throw new InvalidRequestException(
          "Cleanup removes sync points that have ended: name COMPLETED, ERROR or both.");
    }
  }
}
