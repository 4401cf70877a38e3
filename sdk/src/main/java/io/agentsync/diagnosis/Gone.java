package io.agentsync.diagnosis;

import io.agentsync.deadlock.Gathering;
import io.agentsync.model.AgentInfo;
import io.agentsync.model.AgentStatus;
import io.agentsync.model.Liveness;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Tells who of the agents that are waited for will not come by themselves, by what is known. */
public final class Gone {

  private Gone() {}

  /**
   * Those of some agents that will not come, and in words why not. Who stands somewhere is there,
   * unless it is dead.
   */
  public static Map<String, String> among(
      Set<String> agents, Collection<Gathering> gatherings, Roll roll, Instant now) {
    Set<String> standing = new HashSet<>();
    gatherings.forEach(gathering -> standing.addAll(gathering.waiting()));
    Map<String, String> gone = new TreeMap<>();
    for (AgentInfo agent : roll.agents()) {
      String id = agent.agentId();
      if (agents.contains(id)) {
        whyNot(agent, standing.contains(id)).ifPresent(why -> gone.put(id, id + " " + why));
      }
    }
    roll.departed()
        .forEach(
            (id, at) -> {
              if (agents.contains(id) && !standing.contains(id)) {
                gone.put(id, "%s left %s ago".formatted(id, Words.since(at, now)));
              }
            });
    return gone;
  }

  private static Optional<String> whyNot(AgentInfo agent, boolean stands) {
    if (agent.liveness() == Liveness.DEAD) {
      return Optional.of("is dead: " + agent.evidence());
    }
    return agent.status() == AgentStatus.ERROR && !stands
        ? Optional.of("has failed" + agent.lastAction().map(what -> ": " + what).orElse(""))
        : Optional.empty();
  }
}
