package io.agentsync.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says from a shell that an agent is there. */
@Command(
    name = "heartbeat",
    aliases = "--heartbeat",
    description = "Says that an agent is there; to be repeated every 10 s or so.")
final class HeartbeatCommand implements Callable<Integer> {

  private final Invocation call;

  @Parameters(paramLabel = "AGENT", description = "The agent.")
  String agent = "";

  HeartbeatCommand(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    return new Enrolment(call, "heartbeat", agent)
        .change(registry -> registry.heartbeat(agent), agent + " is there");
  }
}
