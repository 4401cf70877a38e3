package io.agentsync.cli.command;

import io.agentsync.cli.render.RepairReport.Action;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for everybody to see.")
  Optional<String> reason = Optional.empty();

  @Option(names = "--dry-run", description = "Only say what would happen.")
  boolean dryRun;

  ForceCommand(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    return new Repairing(call, Action.FORCE, dryRun)
        .run(
            id,
            synchronizer ->
                reason
                    .map(why -> synchronizer.forceCompleteSync(id, why))
                    .orElseGet(() -> synchronizer.forceCompleteSync(id)));
  }
}
