package io.agentsync.cli.command;

import io.agentsync.AgentSynchronizer;
import io.agentsync.model.Names;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Registers an agent from a shell, so that no process holds it. */
@Command(
    name = "register",
    aliases = "--register",
    description = "Registers an agent that no process holds, or updates it.")
final class RegisterCommand implements Callable<Integer> {

  private final Invocation call;

  @Parameters(paramLabel = "AGENT", description = "The agent.")
  String agent = "";

  @Option(names = "--role", paramLabel = "R", description = "What it is for, in any words.")
  String role = "";

  @Option(
      names = "--capability",
      split = ",",
      paramLabel = "C",
      description = "What it can take part in, separated by commas.")
  Set<String> capabilities = Set.of();

  @Option(
      names = "--meta",
      paramLabel = "K=V",
      description = "What else there is to say; may be given several times.")
  Map<String, String> metadata = new LinkedHashMap<>();

  RegisterCommand(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    Names.require("agent id", agent);
    try (AgentSynchronizer synchronizer = call.openOrCreate()) {
      boolean known = synchronizer.registry().getAgent(agent).isPresent();
      synchronizer.registry().registerUnattended(agent, role, capabilities, metadata);
      int code =
          new Enrolment(call, "register", agent)
              .tell(synchronizer, (known ? "updated " : "registered ") + agent);
      call.hint("heartbeat " + agent);
      return code;
    }
  }
}
