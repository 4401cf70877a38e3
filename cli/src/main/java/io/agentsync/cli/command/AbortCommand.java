package io.agentsync.cli.command;

import io.agentsync.cli.render.RepairReport.Action;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends a meeting as failed. */
@Command(
    name = "abort",
    aliases = "--abort",
    description = "Ends a sync point as failed; those who wait are told.")
final class AbortCommand implements Callable<Integer> {

  private final Invocation call;

  @Parameters(paramLabel = "ID", description = "The sync point.")
  String id = "";

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "no reason given",
      description = "Why, for everybody to see.")
  String reason = "";

  @Option(names = "--dry-run", description = "Only say what would happen.")
  boolean dryRun;

  AbortCommand(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    return new Repairing(call, Action.ABORT, dryRun)
        .run(id, synchronizer -> synchronizer.abortSync(id, reason));
  }
}
