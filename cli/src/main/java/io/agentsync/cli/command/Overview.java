package io.agentsync.cli.command;

import io.agentsync.AgentSynchronizer;
import io.agentsync.cli.render.ListReport;
import io.agentsync.cli.render.OverviewReport;
import io.agentsync.cli.render.PointOrder;
import io.agentsync.cli.render.StatsReport;
import io.agentsync.model.StoreSurvey;
import io.agentsync.model.SyncStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ScopeType;

/** What the tool does when no mode is named: counts per state, then the list. */
@Command(
    name = "sync-diag",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    abbreviateSynopsis = true,
    description = "Looks into a store of sync points and says what is wrong with it.",
    synopsisSubcommandLabel = "[MODE]",
    commandListHeading = "%nModes, with or without the dashes:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n")
final class Overview implements Callable<Integer> {

  private final Invocation call;

  @Mixin final GlobalOptions options;

  Overview(GlobalOptions options, Invocation call) {
    this.call = call;
    this.options = options;
  }

  @Override
  public Integer call() {
    try (AgentSynchronizer synchronizer = call.open()) {
      StoreSurvey survey = synchronizer.survey();
      Instant now = call.now();
      List<SyncStatus> points = PointOrder.PROBLEMS.sort(survey.syncPoints(), now);
      ListReport list = new ListReport(synchronizer.location(), now, points, survey.problems());
      StatsReport stats = Census.of(synchronizer).report(Optional.empty());
      call.print(new OverviewReport(stats, survey.blockers(), list));
      return new ListEnd(call, list, survey.blockers())
          .say("no sync points in " + list.store(), stats.problems());
    }
  }
}
