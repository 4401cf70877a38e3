package io.agentsync.model;

import java.util.List;
import java.util.Optional;

/**
 * All that is still known of a sync point, in order.
 *
 * @param syncId the sync point
 * @param lines what happened, the oldest first
 * @param outcome how the newest generation ended; empty if it is open, or none is known
 * @param damaged the records that could not be read; they are among the lines, too
 * @param unreadable the journals that could not be read; they are among the lines, too
 */
public record SyncStory(
    String syncId,
    List<StoryLine> lines,
    Optional<SyncOutcome> outcome,
    List<Problem> damaged,
    List<Problem> unreadable) {

  public SyncStory {
    lines = List.copyOf(lines);
    damaged = List.copyOf(damaged);
    unreadable = List.copyOf(unreadable);
  }
}
