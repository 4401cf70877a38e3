package io.agentsync.model;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a cleanup may remove. Open sync points are never removed.
 *
 * @param olderThan only what ended at least this long ago
 * @param states which ended states: {@code COMPLETED}, {@code ERROR} or both
 * @param staleAgents also the agents that have not been heard of for so long, unless they may still
 *     live; empty to leave agents alone
 * @param dryRun only say what would be done
 */
public record CleanupOptions(
    Duration olderThan, Set<SyncState> states, Optional<Duration> staleAgents, boolean dryRun) {

  /** The default: completed and forced sync points of any age. */
  public static final CleanupOptions COMPLETED =
      new CleanupOptions(Duration.ZERO, Set.of(SyncState.COMPLETED), false);

  /** Options that leave agents alone. */
  public CleanupOptions(Duration olderThan, Set<SyncState> states, boolean dryRun) {
    this(olderThan, states, Optional.empty(), dryRun);
  }

  public CleanupOptions {
    requireAge(olderThan);
    staleAgents.ifPresent(CleanupOptions::requireAge);
    states = Set.copyOf(states);
    if (states.isEmpty()
        || states.contains(SyncState.READY)
        || states.contains(SyncState.SYNCING)) {
      throw new InvalidRequestException(
          "Cleanup removes sync points that have ended: name COMPLETED, ERROR or both.");
    }
  }

  /**
   * Returns an age that is not negative.
   *
   * @throws InvalidRequestException if it is
   */
  public static Duration requireAge(Duration age) {
    if (age.isNegative()) {
      throw new InvalidRequestException("An age of %s is negative.".formatted(age));
    }
    return age;
  }
}
