package io.agentsync;

import io.agentsync.model.AgentConflictException;
import io.agentsync.model.AgentStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * A process full of agents, for {@link RegistryProcessesTest}: does what each line of its input
 * says with all of them, and answers how many it did it with.
 */
final class AgentsMain {

  private AgentsMain() {}

  /** Takes the store, its own name, and how many agents it has. */
  public static void main(String[] args) throws IOException {
    Path store = Path.of(args[0]);
    String me = args[1];
    int count = Integer.parseInt(args[2]);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (SynchronizedAgentRegistry registry = SynchronizedAgentRegistry.open(store)) {
      System.out.println("ready");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        System.out.println(answer(registry, line, me, count));
      }
    }
  }

  private static int answer(SynchronizedAgentRegistry registry, String line, String me, int count) {
    return switch (line) {
      case "register" -> each(me, count, agent -> register(registry, me, agent));
      case "contend" -> each("shared", count, agent -> register(registry, me, agent));
      case "say" ->
          each(
              me,
              count,
              agent -> flag(registry.updateAgentStatus(agent, AgentStatus.ERROR, "by " + me)));
      case "say-shared" ->
          each(
              "shared",
              count,
              agent -> flag(registry.updateAgentStatus(agent, AgentStatus.SYNCING, "by " + me)));
      case "beat" -> each(me, count, agent -> flag(registry.heartbeat(agent)));
      case "find" -> registry.getAgentsWithSyncCapability("of-" + me).size();
      case "leave" -> each(me, count, agent -> flag(registry.deregisterAgent(agent)));
      case "leave-shared" -> each("shared", count, agent -> flag(registry.deregisterAgent(agent)));
      default -> throw new IllegalArgumentException(line);
    };
  }

  private static int register(SynchronizedAgentRegistry registry, String me, String agent) {
    try {
      registry.registerAgent(agent, me, List.of("all", "of-" + me), Map.of("by", me));
      return 1;
    } catch (AgentConflictException held) {
      return 0;
    }
  }

  private static int each(String prefix, int count, ToIntFunction<String> what) {
    int done = 0;
    for (int i = 0; i < count; i++) {
      done += what.applyAsInt(prefix + "-" + i);
    }
    return done;
  }

  private static int flag(boolean done) {
    return done ? 1 : 0;
  }
}
