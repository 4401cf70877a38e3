package io.agentsync.cli.command;

import io.agentsync.model.SyncRepair;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin final RepairOptions options = new RepairOptions();

  AbortCommand(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    return new Repairing(call, id, options.dryRun).run(new SyncRepair.Abort(options.reason));
  }
}
