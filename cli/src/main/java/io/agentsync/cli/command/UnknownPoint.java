package io.agentsync.cli.command;

import io.agentsync.AgentSynchronizer;
import io.agentsync.model.NearNames;
import io.agentsync.model.StoreSurvey;
import io.agentsync.model.SyncStatus;
import io.agentsync.model.UnknownSyncPointException;
import java.util.List;
import java.util.Optional;

/**
 * Says what may have been meant by a sync point that is not there: the same one in another run, or
 * one with nearly the same name.
 *
 * @param call how it was asked for
 * @param synchronizer where it was looked for
 * @param syncId the id that was asked for
 */
record UnknownPoint(Invocation call, AgentSynchronizer synchronizer, String syncId) {

  private static final int MOST_RUNS = 3;

  String line(UnknownSyncPointException plainly) {
    List<SyncStatus> elsewhere = synchronizer.findInAllRuns(syncId);
    if (!elsewhere.isEmpty()) {
      return "there is no sync point \"%s\" %s%s"
          .formatted(syncId, here(), elsewhere(elsewhere.stream().map(SyncStatus::run).toList()));
    }
    StoreSurvey survey = synchronizer.survey();
    call.report(survey.problems());
    List<String> near =
        NearNames.of(
            syncId, survey.syncPoints().stream().map(SyncStatus::syncId).distinct().toList());
    return near.isEmpty()
        ? String.valueOf(plainly.getMessage())
        : "there is no sync point \"%s\" %s%s".formatted(syncId, here(), NearNames.question(near));
  }

  private String here() {
    return synchronizer
        .run()
        .map(run -> "in run %s of %s".formatted(run, synchronizer.location()))
        .orElse("in " + synchronizer.location());
  }

  private String elsewhere(List<Optional<String>> runs) {
    List<String> named = runs.stream().flatMap(Optional::stream).sorted().toList();
    if (named.isEmpty()) {
      return ", but there is one in no run: leave out " + call.runNamedBy();
    }
    String options =
        String.join(" or ", named.stream().limit(MOST_RUNS).map(run -> "--run " + run).toList());
    return named.size() == 1
        ? ", but there is one in run %s: use %s".formatted(named.get(0), options)
        : ", but there are some in %d runs: use %s".formatted(named.size(), options);
  }
}
