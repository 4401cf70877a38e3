package io.agentsync.cli.command;

import io.agentsync.AgentSynchronizer;
import io.agentsync.cli.render.PointOrder;
import io.agentsync.cli.render.StatsReport;
import io.agentsync.cli.render.Unhealthy;
import io.agentsync.model.SyncDiagnosis;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the whole store in numbers, and may judge it. */
@Command(
    name = "stats",
    aliases = "--stats",
    description = "How meetings ended and how long they took, agents, the store.")
final class StatsCommand implements Callable<Integer> {

  private final Invocation call;

  @Option(
      names = "--check",
      description =
          "Say what is not healthy, and exit 1 if anything is not; with -q say only that.")
  boolean check;

  StatsCommand(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    try (AgentSynchronizer synchronizer = call.open()) {
      Census census = Census.of(synchronizer);
      Optional<List<Unhealthy>> unhealthy =
          check ? Optional.of(unhealthy(synchronizer, census)) : Optional.empty();
      StatsReport report = census.report(unhealthy);
      if (check && call.quiet() && call.human()) {
        // Whoever watches the exit code wants to be told what is wrong, and nothing else.
        unhealthy.orElse(List.of()).forEach(each -> call.complain(each.sentence()));
      } else {
        call.print(report);
      }
      call.report(report.problems());
      if (!report.problems().isEmpty()) {
        return ExitCode.STORE.code();
      }
      boolean healthy = unhealthy.orElse(List.of()).isEmpty();
      return (healthy ? ExitCode.DONE : ExitCode.FINDINGS).code();
    }
  }

  private List<Unhealthy> unhealthy(AgentSynchronizer synchronizer, Census census) {
    List<SyncDiagnosis> points =
        PointOrder.PROBLEMS.sort(
            synchronizer.diagnoseAll().syncPoints(), SyncDiagnosis::status, call.now());
    return new HealthCheck(points, census.agents()).unhealthy();
  }
}
