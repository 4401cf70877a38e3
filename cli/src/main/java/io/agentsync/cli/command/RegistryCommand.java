package io.agentsync.cli.command;

import io.agentsync.AgentSynchronizer;
import io.agentsync.cli.render.AgentOrder;
import io.agentsync.cli.render.RegistryReport;
import io.agentsync.model.AgentInfo;
import io.agentsync.model.AgentStatus;
import io.agentsync.model.RegistrySurvey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows agents, those that need a look first. */
@Command(
    name = "registry",
    aliases = "--registry",
    description = "Agents: what they say of themselves, whether they live.")
final class RegistryCommand implements Callable<Integer> {

  private final Invocation call;

  @Option(names = "--capability", paramLabel = "C", description = "Only those that can do this.")
  Optional<String> capability = Optional.empty();

  @Option(
      names = "--status",
      split = ",",
      paramLabel = "S",
      description = "Only these, separated by commas: ${COMPLETION-CANDIDATES}.")
  Set<AgentStatus> statuses = Set.of();

  @Option(
      names = "--stale-after",
      paramLabel = "D",
      converter = DurationConverter.class,
      description = "Mark as stale who was not heard of for so long, such as 5m.")
  Optional<Duration> staleAfter = Optional.empty();

  RegistryCommand(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    try (AgentSynchronizer synchronizer = call.open()) {
      RegistrySurvey survey = synchronizer.registry().survey();
      List<AgentInfo> shown =
          AgentOrder.sort(survey.agents()).stream().filter(this::wanted).toList();
      call.print(
          new RegistryReport(
              synchronizer.location(), call.now(), shown, staleAfter, survey.problems()));
      if (shown.isEmpty()) {
        call.remark(
            "no %sagents in %s"
                .formatted(survey.agents().isEmpty() ? "" : "such ", synchronizer.location()));
      }
      call.report(survey.problems());
      return (survey.problems().isEmpty() ? ExitCode.DONE : ExitCode.STORE).code();
    }
  }

  private boolean wanted(AgentInfo agent) {
    return (statuses.isEmpty() || statuses.contains(agent.status()))
        && capability.map(agent.syncCapabilities()::contains).orElse(true);
  }
}
