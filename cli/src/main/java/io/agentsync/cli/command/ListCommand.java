package io.agentsync.cli.command;

import io.agentsync.AgentSynchronizer;
import io.agentsync.cli.render.ListReport;
import io.agentsync.cli.render.PointOrder;
import io.agentsync.model.Names;
import io.agentsync.model.StoreSurvey;
import io.agentsync.model.SyncState;
import io.agentsync.model.SyncStatus;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows sync points, those with problems first. */
@Command(
    name = "list",
    aliases = "--list",
    description = "Sync points: who is there, who is missing.")
final class ListCommand implements Callable<Integer>, Formats {

  private final Invocation call;

  @Option(
      names = "--state",
      split = ",",
      paramLabel = "S",
      description = "Only these, separated by commas: ${COMPLETION-CANDIDATES}.")
  Set<SyncState> states = Set.of();

  @Option(
      names = "--agent",
      paramLabel = "AGENT",
      description = "Only those that need this agent, or where it has arrived.")
  Optional<String> agent = Optional.empty();

  @Option(
      names = "--sort",
      paramLabel = "KEY",
      defaultValue = "problems",
      description = "One of: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}, then age.")
  PointOrder order = PointOrder.PROBLEMS;

  @Option(names = "--limit", paramLabel = "N", description = "At most so many.")
  Optional<Integer> limit = Optional.empty();

  ListCommand(Invocation call) {
    this.call = call;
  }

  @Override
  public Set<Format> formats() {
    return EnumSet.allOf(Format.class);
  }

  @Override
  public Integer call() {
    agent.ifPresent(name -> Names.require("agent id", name));
    if (limit.filter(most -> most < 1).isPresent()) {
      throw new Complaint(ExitCode.USAGE, "--limit needs a number of 1 or more");
    }
    try (AgentSynchronizer synchronizer = call.open()) {
      StoreSurvey survey = synchronizer.survey();
      Instant now = call.now();
      Stream<SyncStatus> wanted =
          order.sort(survey.syncPoints(), now).stream().filter(this::wanted);
      List<SyncStatus> shown = limit.map(wanted::limit).orElse(wanted).toList();
      ListReport list = new ListReport(synchronizer.location(), now, shown, survey.problems());
      call.print(list);
      String such = survey.syncPoints().isEmpty() ? "" : "such ";
      return new ListEnd(call, list, survey.blockers())
          .say("no " + such + "sync points in " + list.store());
    }
  }

  private boolean wanted(SyncStatus point) {
    return (states.isEmpty() || states.contains(point.state()))
        && agent
            .map(name -> point.required().contains(name) || point.arrived().contains(name))
            .orElse(true);
  }
}
