package io.agentsync.cli.command;

import io.agentsync.model.SyncRepair;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives a meeting more time. */
@Command(
    name = "extend",
    aliases = "--extend",
    description = "Gives a sync point more time.",
    footer = {
      "",
      "After its deadline, or from now on if that has passed; the deadlines of single",
      "agents give way, too. Exits with 1 if no deadline runs yet."
    })
final class ExtendCommand implements Callable<Integer> {

  private final Invocation call;

  @Parameters(index = "0", paramLabel = "ID", description = "The sync point.")
  String id = "";

  @Parameters(
      index = "1",
      paramLabel = "D",
      converter = DurationConverter.class,
      description = "How much more: 90s, 5m, 1h30m or the like.")
  Duration by = Duration.ZERO;

  @Mixin final RepairOptions options = new RepairOptions();

  ExtendCommand(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    return new Repairing(call, id, options.dryRun).run(new SyncRepair.Extend(by, options.reason));
  }
}
