package io.agentsync.cli.command;

import io.agentsync.AgentSynchronizer;
import io.agentsync.model.Problem;
import io.agentsync.model.StoreException;
import io.agentsync.model.StoreSurvey;
import io.agentsync.model.SyncDiagnosis;
import io.agentsync.model.SyncStatus;
import io.agentsync.model.UnknownSyncPointException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The diagnoses of many sync points.
 *
 * @param each what was found, in the order of the points
 * @param unreadable what kept others from being diagnosed
 */
record Diagnoses(List<SyncDiagnosis> each, List<Problem> unreadable) {

  /**
   * Diagnoses all points of a survey.
   *
   * @param inOrder the points of the survey, in the order wanted
   */
  static Diagnoses of(
      AgentSynchronizer synchronizer, StoreSurvey survey, List<SyncStatus> inOrder) {
    List<SyncDiagnosis> diagnoses = new ArrayList<>();
    Set<Problem> unreadable = new LinkedHashSet<>(survey.problems());
    for (SyncStatus point : inOrder) {
      try {
        SyncDiagnosis diagnosis = synchronizer.diagnoseSyncIssues(point.syncId());
        diagnoses.add(diagnosis);
        diagnosis.problems().forEach(unreadable::remove);
      } catch (UnknownSyncPointException e) {
        // Cleaned up since the survey: nothing is the matter with it any more.
      } catch (StoreException e) {
        unreadable.add(new Problem(e.place(), e.reason()));
      }
    }
    return new Diagnoses(diagnoses, List.copyOf(unreadable));
  }
}
