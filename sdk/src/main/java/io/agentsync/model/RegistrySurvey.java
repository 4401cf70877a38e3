package io.agentsync.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All agents of a store, and what could not be read.
 *
 * @param agents the agents, by id
 * @param problems what could not be read
 */
public record RegistrySurvey(List<AgentInfo> agents, List<Problem> problems) {

  public RegistrySurvey {
    agents = List.copyOf(agents);
    problems = List.copyOf(problems);
  }

  /** The agents in numbers. */
  public RegistryStats stats() {
    Map<AgentStatus, Integer> byStatus = new EnumMap<>(AgentStatus.class);
    for (AgentStatus status : AgentStatus.values()) {
      byStatus.put(status, 0);
    }
    Map<Liveness, Integer> byLiveness = new EnumMap<>(Liveness.class);
    for (Liveness liveness : Liveness.values()) {
      byLiveness.put(liveness, 0);
    }
    Map<String, Integer> capabilities = new TreeMap<>();
    for (AgentInfo agent : agents) {
      byStatus.merge(agent.status(), 1, Integer::sum);
      byLiveness.merge(agent.liveness(), 1, Integer::sum);
      agent.syncCapabilities().forEach(name -> capabilities.merge(name, 1, Integer::sum));
    }
    return new RegistryStats(agents.size(), byStatus, byLiveness, capabilities);
  }
}
