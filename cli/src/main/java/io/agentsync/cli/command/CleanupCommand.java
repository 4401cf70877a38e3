package io.agentsync.cli.command;

import io.agentsync.AgentSynchronizer;
import io.agentsync.cli.render.CleanupSummary;
import io.agentsync.model.CleanupOptions;
import io.agentsync.model.CleanupReport;
import io.agentsync.model.SyncState;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Removes what has ended: sync points, on request agents, and what dead processes left. */
@Command(
    name = "cleanup",
    aliases = "--cleanup",
    description = "Removes sync points that have ended, and stale agents.")
final class CleanupCommand implements Callable<Integer> {

  private final Invocation call;

  @Option(
      names = "--older-than",
      paramLabel = "D",
      defaultValue = "0s",
      converter = DurationConverter.class,
      description = "Only what ended so long ago, such as 7d.")
  Duration olderThan = Duration.ZERO;

  @Option(
      names = "--state",
      split = ",",
      paramLabel = "S",
      defaultValue = "completed",
      description = "completed, error or both, separated by a comma. Default: ${DEFAULT-VALUE}.")
  Set<SyncState> states = Set.of();

  @Option(
      names = "--stale-agents",
      arity = "0..1",
      fallbackValue = "24h",
      paramLabel = "D",
      converter = DurationConverter.class,
      description =
          "Also agents not heard of for so long, unless they may still live. Without D: ${FALLBACK-VALUE}.")
  Optional<Duration> staleAgents = Optional.empty();

  @Option(names = "--dry-run", description = "Only say what would be removed.")
  boolean dryRun;

  CleanupCommand(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    CleanupOptions options = new CleanupOptions(olderThan, states, staleAgents, dryRun);
    try (AgentSynchronizer synchronizer = call.open()) {
      CleanupReport cleanup = synchronizer.cleanup(options);
      // Under cron every line is a mail; a plan is asked for to be read, though.
      if (!call.quiet() || !call.human() || dryRun) {
        call.print(new CleanupSummary(synchronizer.location(), cleanup));
      }
      call.report(cleanup.problems());
      return (cleanup.problems().isEmpty() ? ExitCode.DONE : ExitCode.STORE).code();
    }
  }
}
