package io.agentsync.cli.command;

import io.agentsync.AgentSynchronizer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the completion of a shell asks for while somebody types: the ids, one a line. */
@Command(name = "__complete", hidden = true, description = "The ids of all sync points.")
final class CompletionCommand implements Callable<Integer> {

  private final Invocation call;

  @Option(names = "--script", description = "Print the script for bash instead.")
  boolean script;

  @Spec CommandSpec spec = CommandSpec.create();

  CompletionCommand(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    if (script) {
      call.write(new CompletionScript(spec.root()).text());
      return ExitCode.DONE.code();
    }
    try (AgentSynchronizer synchronizer = call.open()) {
      for (String id : synchronizer.syncPointIds()) {
        call.write(id + "\n");
      }
      return ExitCode.DONE.code();
    }
  }
}
