package io.agentsync.cli.command;

import io.agentsync.model.SyncRepair;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets those who wait go on without the others. */
@Command(
    name = "force",
    aliases = "--force",
    description = "Lets those who wait go on without the missing ones.")
final class ForceCommand implements Callable<Integer> {

  private final Invocation call;

  @Parameters(paramLabel = "ID", description = "The sync point.")
  String id = "";

  @Mixin final RepairOptions options = new RepairOptions();

  ForceCommand(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    return new Repairing(call, id, options.dryRun).run(new SyncRepair.Force(options.reason));
  }
}
