package io.agentsync.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.AgentSynchronizer;
import io.agentsync.SynchronizedAgentRegistry;
import io.agentsync.examples.Programs.Program;
import io.agentsync.model.AgentInfo;
import io.agentsync.model.AgentStatus;
import io.agentsync.model.Liveness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registered agents in processes of their own, some of which are killed. */
class AgentProcessesTest {

  @TempDir private Path directory;
  private Programs programs;
  private AgentSynchronizer observer;
  private SynchronizedAgentRegistry registry;

  @BeforeEach
  void begin() {
    programs = new Programs(directory);
    observer = AgentSynchronizer.open(store());
    registry = observer.registry();
  }

  @AfterEach
  void end() {
    programs.close();
    observer.close();
  }

  private Path store() {
    return directory.resolve("store");
  }

  private Program agent(String name) throws Exception {
    return programs.start(QuickStartAgent.class, store(), name, "p", "a,b");
  }

  private AgentInfo awaitAgent(String id, String as, Predicate<AgentInfo> so) {
    Programs.awaitThat(id + " " + as, () -> registry.getAgent(id).filter(so).isPresent());
    return registry.getAgent(id).orElseThrow();
  }

  @Test
  void twoProcessesMeet_andAreGoneFromTheRegistry() throws Exception {
    Program a = agent("a");
    AgentInfo waiting = awaitAgent("a", "waits", agent -> agent.waitingAt().isPresent());
    assertThat(waiting.waitingAt()).contains("p");
    assertThat(waiting.status()).isEqualTo(AgentStatus.ACTIVE);
    assertThat(waiting.liveness()).isEqualTo(Liveness.ALIVE);
    assertThat(waiting.process().orElseThrow()).contains("pid " + a.process().pid());

    Program b = agent("b");
    assertThat(a.ended(0)).contains("COMPLETED in generation 1, with a, b");
    assertThat(b.ended(0)).contains("COMPLETED in generation 1, with a, b");
    assertThat(registry.agents()).isEmpty();
  }

  @Test
  void r02_oneThatIsKilledIsProvenDead_andIsTakenAwayAsStale() throws Exception {
    Program a = agent("a");
    awaitAgent("a", "waits", agent -> agent.waitingAt().isPresent());
    a.kill();

    AgentInfo dead = awaitAgent("a", "is dead", agent -> agent.liveness() == Liveness.DEAD);
    assertThat(dead.status()).isEqualTo(AgentStatus.ACTIVE);
    assertThat(registry.getActiveAgents()).isEmpty();
    Programs.awaitThat(
        "a is taken away", () -> registry.cleanupStaleAgents(Duration.ofMillis(1)) == 1);
    assertThat(registry.getAgent("a")).isEmpty();
  }

  @Test
  void r01_aNameIsOneLivingProcess_andFreeWhenThatIsKilled() throws Exception {
    Program first = agent("a");
    awaitAgent("a", "waits", agent -> agent.waitingAt().isPresent());

    assertThat(agent("a").ended(1)).contains("a", "pid " + first.process().pid());
    assertThat(registry.getAgent("a").orElseThrow().status()).isEqualTo(AgentStatus.ACTIVE);

    first.kill();
    Program second = agent("a");
    awaitAgent(
        "a",
        "is the second process",
        agent -> agent.process().orElse("").contains("pid " + second.process().pid()));
    assertThat(agent("b").ended(0)).contains("COMPLETED");
    assertThat(second.ended(0)).contains("COMPLETED");
  }

  @Test
  void r03_oneThatFailsStaysAsFailed_andIsDeadWhenItsProcessIs() throws Exception {
    Program alone = programs.start(QuickStartAgent.class, store(), "stranger", "p", "a,b");
    assertThat(alone.ended(1)).contains("validateConfig() returned false");

    AgentInfo failed = registry.getAgent("stranger").orElseThrow();
    assertThat(failed.status()).isEqualTo(AgentStatus.ERROR);
    assertThat(failed.liveness()).isEqualTo(Liveness.DEAD);
    assertThat(failed.lastAction().orElseThrow()).startsWith("validateConfig() failed");
  }
}
