package io.agentsync.cli.command;

import io.agentsync.model.SyncRepair;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets the others go on without one agent. */
@Command(
    name = "excuse",
    aliases = "--excuse",
    description = "Lets the others go on without one agent.",
    footer = {
      "",
      "Whoever is excused and comes before the end all the same counts. A quorum is",
      "not lowered: if it can no longer be reached, those who wait are told so at once.",
      "Exits with 1 if the agent is there or was excused before, with 3 if the sync",
      "point does not need it."
    })
final class ExcuseCommand implements Callable<Integer> {

  private final Invocation call;

  @Parameters(index = "0", paramLabel = "ID", description = "The sync point.")
  String id = "";

  @Parameters(index = "1", paramLabel = "AGENT", description = "Who is not waited for any longer.")
  String agent = "";

  @Mixin final RepairOptions options = new RepairOptions();

  ExcuseCommand(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    return new Repairing(call, id, options.dryRun)
        .run(new SyncRepair.Excuse(agent, options.reason));
  }
}
