package io.agentsync.examples;

import io.agentsync.SynchronizedAgentRegistry;
import io.agentsync.model.AgentInfo;
import io.agentsync.model.AgentStatus;
import io.agentsync.model.RegistryStats;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Goes through the registry once: agents are registered, found, heard of, counted and taken away.
 *
 * <p>{@code RegistryTour [STORE]}
 */
public final class RegistryTour {

  private RegistryTour() {}

  /** Says what it finds at each step. */
  public static void main(String[] args) {
    try (SynchronizedAgentRegistry registry =
        SynchronizedAgentRegistry.open(ExampleStore.of(args))) {
      registry.registerAgent("crawler", "fetches pages", List.of("fetch", "report"));
      registry.registerAgent("indexer", "builds the index", List.of("index", "report"));
      registry.registerAgent(
          "archivist", "keeps what is old", List.of("store"), Map.of("disk", "/srv/archive"));

      registry.updateAgentStatus("crawler", AgentStatus.ACTIVE, "fetching example.org");
      registry.updateAgentStatus("archivist", AgentStatus.INACTIVE);
      registry.heartbeat("crawler");

      for (AgentInfo agent : registry.agents()) {
        System.out.printf(
            "%s (%s): %s, %s%s%n",
            agent.agentId(),
            agent.role(),
            agent.status(),
            agent.liveness(),
            agent.lastAction().map(action -> ", " + action).orElse(""));
      }
      System.out.println("at work: " + registry.getActiveAgents());
      System.out.println("can report: " + registry.getAgentsWithSyncCapability("report"));

      RegistryStats stats = registry.getRegistryStats();
      System.out.printf(
          "%d agents, %d of them inactive%n",
          stats.total(), stats.byStatus().get(AgentStatus.INACTIVE));

      int stale = registry.cleanupStaleAgents(Duration.ofHours(24));
      System.out.println("not heard of for a day, and gone: " + stale);
      for (String agent : List.of("crawler", "indexer", "archivist")) {
        registry.deregisterAgent(agent);
      }
      System.out.println("left: " + registry.agents().size());
    }
  }
}
