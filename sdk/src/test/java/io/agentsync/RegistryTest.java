package io.agentsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.model.AgentInfo;
import io.agentsync.model.AgentStatus;
import io.agentsync.model.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry as its users see it, in one process. */
class RegistryTest {

  @TempDir Path directory;

  @Test
  void whatIsNotRegisteredIsToldSoAndNoStoreIsMade() {
    Path absent = directory.resolve("absent");
    try (SynchronizedAgentRegistry registry = SynchronizedAgentRegistry.open(absent)) {
      assertThat(registry.heartbeat("a")).isFalse();
      assertThat(registry.updateAgentStatus("a", AgentStatus.ACTIVE)).isFalse();
      assertThat(registry.deregisterAgent("a")).isFalse();
      assertThat(registry.getAgent("a")).isEmpty();
      assertThat(registry.agents()).isEmpty();
      assertThat(registry.storeExists()).isFalse();
    }
    assertThat(absent).doesNotExist();
  }

  @Test
  void anAgentThatCannotBeReadIsNoEmptyRegistry() throws IOException {
    try (SynchronizedAgentRegistry registry = SynchronizedAgentRegistry.open(directory)) {
      registry.registerAgent("a", "", List.of());
      registry.registerAgent("b", "", List.of());
      Files.writeString(
          directory.resolve("agents/b.jsonl"), "\n{\"kind\":\n", StandardOpenOption.APPEND);

      assertThatThrownBy(registry::agents)
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("b.jsonl");
      assertThat(registry.survey().agents()).extracting(AgentInfo::agentId).contains("a", "b");
      assertThat(registry.survey().problems()).hasSize(1);
    }
  }
}
