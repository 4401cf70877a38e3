package io.agentsync.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends the registration of an agent, whoever holds it. */
@Command(
    name = "deregister",
    aliases = "--deregister",
    description = "Ends the registration of an agent, whoever holds it.")
final class DeregisterCommand implements Callable<Integer> {

  private final Invocation call;

  @Parameters(paramLabel = "AGENT", description = "The agent.")
  String agent = "";

  DeregisterCommand(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    return new Enrolment(call, "deregister", agent)
        .change(registry -> registry.deregisterAgent(agent), agent + " is no longer registered");
  }
}
