package io.agentsync.use;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.SynchronizedAgentRegistry;
import io.agentsync.model.AgentInfo;
import io.agentsync.model.AgentStatus;
import io.agentsync.model.Liveness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link SynchronizedAgentRegistry} as the contract promises it, used from another package. */
class RegistryUseTest {

  @TempDir private Path directory;

  @Test
  void aRegistryNeedsNoSynchronizer() {
    try (SynchronizedAgentRegistry byPath = SynchronizedAgentRegistry.open(directory);
        SynchronizedAgentRegistry byText = SynchronizedAgentRegistry.open(directory.toString())) {
      byPath.registerAgent("a", "role", List.of());
      assertThat(byText.agents()).extracting(AgentInfo::agentId).containsExactly("a");
    }
  }

  @Test
  void whatIsToldOfAnAgentIsKept() {
    try (SynchronizedAgentRegistry registry = SynchronizedAgentRegistry.open(directory)) {
      registry.registerAgent("a", "builds", List.of("x", "w", "x"), Map.of("k", "v"));
      assertThat(registry.updateAgentStatus("a", AgentStatus.SYNCING)).isTrue();
      assertThat(registry.updateAgentStatus("a", AgentStatus.ERROR, "fails")).isTrue();
      assertThat(registry.heartbeat("a")).isTrue();

      AgentInfo agent = registry.getAgent("a").orElseThrow();
      assertThat(agent.role()).isEqualTo("builds");
      assertThat(agent.status()).isEqualTo(AgentStatus.ERROR);
      assertThat(agent.liveness()).isEqualTo(Liveness.ALIVE);
      assertThat(agent.lastSeen()).isAfterOrEqualTo(agent.registeredAt());
      assertThat(agent.lastAction()).hasValue("fails");
      assertThat(agent.syncCapabilities()).containsExactly("w", "x");
      assertThat(agent.metadata()).isEqualTo(Map.of("k", "v"));
    }
  }

  @Test
  void onlyWhoIsAtWorkOrWaitsIsActive() {
    try (SynchronizedAgentRegistry registry = SynchronizedAgentRegistry.open(directory)) {
      for (AgentStatus status : AgentStatus.values()) {
        registry.registerAgent(status.name(), "", List.of("x"));
        registry.updateAgentStatus(status.name(), status);
      }

      assertThat(registry.getActiveAgents()).containsExactly("ACTIVE", "SYNCING");
      assertThat(registry.getAgentsWithSyncCapability("x")).containsExactly("ACTIVE", "SYNCING");
      assertThat(registry.getAgentsWithSyncCapability("y")).isEmpty();
      assertThat(registry.getRegistryStats().total()).isEqualTo(5);
    }
  }

  @Test
  void staleAgentsAreCounted() {
    try (SynchronizedAgentRegistry registry = SynchronizedAgentRegistry.open(directory)) {
      registry.registerUnattended("shell", "", List.of());
      registry.registerAgent("mine", "", List.of());

      assertThat(registry.cleanupStaleAgents(Duration.ofDays(1))).isZero();
      assertThat(registry.cleanupStaleAgents(Duration.ZERO)).isEqualTo(1);
      assertThat(registry.agents()).extracting(AgentInfo::agentId).containsExactly("mine");
    }
  }
}
