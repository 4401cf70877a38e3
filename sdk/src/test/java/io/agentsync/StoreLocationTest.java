package io.agentsync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the state is: said, else in the environment, else below the state's home. */
class StoreLocationTest {

  private static final Optional<String> NOTHING = Optional.empty();
  private static final Path HOME =
      Path.of(System.getProperty("user.home"), ".local", "state", "agent-sync");

  @Test
  void whatWasSaidComesBeforeTheEnvironment() {
    StoreLocation found = StoreLocation.find(Optional.of("said"), Map.of("AGENT_SYNC_STORE", "v"));

    assertThat(found).isEqualTo(new StoreLocation("said", true));
  }

  @Test
  void theVariableComesBeforeTheDefault_andCountsAsGiven() {
    Map<String, String> both = Map.of("AGENT_SYNC_STORE", "v", "XDG_STATE_HOME", "/state");

    assertThat(StoreLocation.find(NOTHING, both)).isEqualTo(new StoreLocation("v", true));
  }

  @Test
  void theDefaultIsBelowTheHomeOfStates_andIsNotGiven() {
    assertThat(StoreLocation.find(NOTHING, Map.of("XDG_STATE_HOME", "/state")))
        .isEqualTo(new StoreLocation("/state/agent-sync", false));
    assertThat(StoreLocation.find(NOTHING, Map.of()))
        .isEqualTo(new StoreLocation(HOME.toString(), false));
  }

  @Test
  void whatIsBlankOrRelativeIsNotSaid() {
    Map<String, String> useless = Map.of("AGENT_SYNC_STORE", " ", "XDG_STATE_HOME", "relative");

    assertThat(StoreLocation.find(NOTHING, useless))
        .isEqualTo(new StoreLocation(HOME.toString(), false));
  }

  @Test
  void theLibraryFollowsTheRule_andCreatesNothing() {
    StoreLocation rule = StoreLocation.find(NOTHING, System.getenv());
    try (AgentSynchronizer sync = AgentSynchronizer.open();
        SynchronizedAgentRegistry registry = SynchronizedAgentRegistry.open()) {
      assertThat(sync.location()).isEqualTo(rule.location()).isEqualTo(registry.location());
      assertThat(registry.location()).endsWith("agent-sync");
    }
  }
}
