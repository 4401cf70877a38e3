package io.agentsync.cli.command;

import io.agentsync.AgentSynchronizer;
import io.agentsync.cli.render.StatsReport;
import io.agentsync.cli.render.Unhealthy;
import io.agentsync.model.Problem;
import io.agentsync.model.RegistrySurvey;
import io.agentsync.model.SyncStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Counts all there is in a store. */
record Census(AgentSynchronizer synchronizer, RegistrySurvey agents) {

  static Census of(AgentSynchronizer synchronizer) {
    return new Census(synchronizer, synchronizer.registry().survey());
  }

  StatsReport report(Optional<List<Unhealthy>> unhealthy) {
    SyncStatistics meetings = synchronizer.statistics();
    Set<Problem> problems = new LinkedHashSet<>(meetings.problems());
    problems.addAll(agents.problems());
    return new StatsReport(
        synchronizer.location(), meetings, agents.stats(), List.copyOf(problems), unhealthy);
  }
}
