package io.agentsync.model;

import java.util.List;

/**
 * What is the matter with the sync points of a store.
 *
 * @param syncPoints the diagnosis of each, by run and id; those in no run come first
 * @param blockers whom many of them wait for in the end, the worst first
 * @param problems what kept others from being diagnosed
 */
public record StoreDiagnosis(
    List<SyncDiagnosis> syncPoints, List<Blocker> blockers, List<Problem> problems) {

  public StoreDiagnosis {
    syncPoints = List.copyOf(syncPoints);
    blockers = List.copyOf(blockers);
    problems = List.copyOf(problems);
  }
}
