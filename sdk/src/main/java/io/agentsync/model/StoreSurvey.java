package io.agentsync.model;

import java.util.List;
import java.util.Optional;

/**
 * All sync points of a store that have not been cleaned up, and what could not be read.
 *
 * @param run the run that it is about; empty if it is about all sync points, in any run or none
 * @param syncPoints the newest generation of each, by run and id; those in no run come first
 * @param blockers whom many of them wait for in the end, the worst first
 * @param problems what could not be read; not empty means {@code syncPoints} may not be all
 */
public record StoreSurvey(
    Optional<String> run,
    List<SyncStatus> syncPoints,
    List<Blocker> blockers,
    List<Problem> problems) {

  public StoreSurvey {
    syncPoints = List.copyOf(syncPoints);
    blockers = List.copyOf(blockers);
    problems = List.copyOf(problems);
  }
}
