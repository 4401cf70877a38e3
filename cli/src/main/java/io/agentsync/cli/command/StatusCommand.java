package io.agentsync.cli.command;

import io.agentsync.model.AgentStatus;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says from a shell how an agent is. */
@Command(name = "status", description = "Says how an agent is, and what it does.")
final class StatusCommand implements Callable<Integer> {

  private final Invocation call;

  @Parameters(index = "0", paramLabel = "AGENT", description = "The agent.")
  String agent = "";

  @Parameters(index = "1", paramLabel = "STATUS", description = "One of: ${COMPLETION-CANDIDATES}.")
  AgentStatus status = AgentStatus.UNKNOWN;

  @Option(names = "--action", paramLabel = "TEXT", description = "What it does, in any words.")
  Optional<String> action = Optional.empty();

  StatusCommand(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    return new Enrolment(call, "status", agent)
        .change(
            registry ->
                action
                    .map(does -> registry.updateAgentStatus(agent, status, does))
                    .orElseGet(() -> registry.updateAgentStatus(agent, status)),
            "%s is %s%s".formatted(agent, status, action.map(does -> ": " + does).orElse("")));
  }
}
