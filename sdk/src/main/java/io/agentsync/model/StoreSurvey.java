package io.agentsync.model;

import java.util.List;

/**
 * All sync points of a store that have not been cleaned up, and what could not be read.
 *
 * @param syncPoints the newest generation of each, by id
 * @param problems what could not be read; not empty means {@code syncPoints} may not be all
 */
public record StoreSurvey(List<SyncStatus> syncPoints, List<Problem> problems) {

  public StoreSurvey {
    syncPoints = List.copyOf(syncPoints);
    problems = List.copyOf(problems);
  }
}
