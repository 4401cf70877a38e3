package io.agentsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.AgentSynchronizer;
import io.agentsync.SynchronizedAgentRegistry;
import io.agentsync.model.AgentInfo;
import io.agentsync.model.AgentStatus;
import io.agentsync.model.InvalidRequestException;
import io.agentsync.model.Liveness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The registry, as those see it who use the SDK, on any engine. */
public interface RegistryContract extends StoreOfTest {

  /** An agent is seen by everybody from its registration to its end. */
  @Test
  default void anAgentIsRegisteredSeenAndGoneAgain() {
    try (SynchronizedAgentRegistry registry = SynchronizedAgentRegistry.open(location())) {
      AgentInfo agent =
          registry.registerAgent("a/1", "builder", List.of("deploy", "build"), Map.of("k", "v"));

      assertThat(agent.status()).isEqualTo(AgentStatus.ACTIVE);
      assertThat(agent.liveness()).isEqualTo(Liveness.ALIVE);
      assertThat(agent.syncCapabilities()).containsExactly("build", "deploy");
      assertThat(agent.metadata()).containsExactly(Map.entry("k", "v"));
      assertThat(agent.process())
          .hasValueSatisfying(p -> assertThat(p).contains("" + ProcessHandle.current().pid()));
      assertThat(registry.getAgent("a/1")).map(AgentInfo::role).hasValue("builder");
      assertThat(registry.getActiveAgents()).containsExactly("a/1");
      assertThat(registry.deregisterAgent("a/1")).isTrue();
      assertThat(registry.deregisterAgent("a/1")).isFalse();
      assertThat(registry.agents()).isEmpty();
    }
  }

  /** A heartbeat changes neither status nor action. */
  @Test
  default void r03_aHeartbeatChangesNeitherStatusNorAction() {
    try (SynchronizedAgentRegistry registry = SynchronizedAgentRegistry.open(location())) {
      registry.registerAgent("a", "", List.of());
      assertThat(registry.updateAgentStatus("a", AgentStatus.INACTIVE, "rests")).isTrue();
      assertThat(registry.heartbeat("a")).isTrue();
      assertThat(registry.getAgent("a"))
          .hasValueSatisfying(
              agent -> {
                assertThat(agent.status()).isEqualTo(AgentStatus.INACTIVE);
                assertThat(agent.lastAction()).hasValue("rests");
              });
      assertThat(registry.getActiveAgents()).isEmpty();
    }
  }

  /** Registering again updates what the agent is, not how it is. */
  @Test
  default void r01_twiceInOneProcessUpdatesAndKeepsTheStatus() {
    try (SynchronizedAgentRegistry registry = SynchronizedAgentRegistry.open(location());
        AgentSynchronizer other = synchronizer()) {
      AgentInfo first = registry.registerAgent("a", "old", List.of("x"));
      registry.updateAgentStatus("a", AgentStatus.ERROR, "fails");
      AgentInfo second = other.registry().registerAgent("a", "new", List.of("y"));

      assertThat(second.role()).isEqualTo("new");
      assertThat(second.syncCapabilities()).isEqualTo(Set.of("y"));
      assertThat(second.status()).isEqualTo(AgentStatus.ERROR);
      assertThat(second.lastAction()).hasValue("fails");
      assertThat(second.registeredAt()).isEqualTo(first.registeredAt());
    }
  }

  /** Agents are found by their capabilities, and counted. */
  @Test
  default void agentsAreFoundByWhatTheyCanDo() {
    try (SynchronizedAgentRegistry registry = SynchronizedAgentRegistry.open(location())) {
      registry.registerAgent("c", "", List.of("build"));
      registry.registerAgent("a", "", List.of("build", "test"));
      registry.registerAgent("b", "", List.of("build"));
      registry.updateAgentStatus("b", AgentStatus.ERROR);
      registry.updateAgentStatus("c", AgentStatus.SYNCING);

      assertThat(registry.getAgentsWithSyncCapability("build")).containsExactly("a", "c");
      assertThat(registry.getRegistryStats().capabilities())
          .isEqualTo(Map.of("build", 3, "test", 1));
      assertThat(registry.getRegistryStats().byStatus())
          .containsEntry(AgentStatus.ERROR, 1)
          .containsEntry(AgentStatus.UNKNOWN, 0);
      assertThat(registry.getRegistryStats().byLiveness()).containsEntry(Liveness.ALIVE, 3);
    }
  }

  /** What breaks the rules is refused, and nothing is written. */
  @Test
  default void whatBreaksTheRulesIsRefusedWithTheReason() {
    try (SynchronizedAgentRegistry registry = SynchronizedAgentRegistry.open(location())) {
      assertThatThrownBy(() -> registry.registerAgent("../x", "", List.of()))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("is not a valid agent id");
      assertThatThrownBy(() -> registry.registerAgent("a", "", List.of(" ")))
          .isInstanceOf(InvalidRequestException.class);
      assertThatThrownBy(() -> registry.registerAgent("a", "x".repeat(70_000), List.of()))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("64 KiB");
      assertThat(registry.agents()).isEmpty();
    }
  }

  /** Everybody may speak for an agent that no process holds. */
  @Test
  default void r03_anUnattendedAgentIsSpokenForByAnybody() {
    try (SynchronizedAgentRegistry registry = SynchronizedAgentRegistry.open(location())) {
      registry.registerUnattended("shell", "script", List.of("x"));
      AgentInfo agent = registry.registerUnattended("shell", "script", List.of("y"));

      assertThat(agent.process()).isEqualTo(Optional.empty());
      assertThat(agent.syncCapabilities()).containsExactly("y");
      assertThat(registry.heartbeat("shell")).isTrue();
      assertThat(agent.evidence()).contains("no process holds it");
    }
  }
}
