package io.agentsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agentsync.follow.AgentReader;
import io.agentsync.follow.SystemTime;
import io.agentsync.journal.Engines;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.AgentConflictException;
import io.agentsync.model.AgentInfo;
import io.agentsync.model.AgentStatus;
import io.agentsync.model.Durability;
import io.agentsync.model.Liveness;
import io.agentsync.model.Moment;
import io.agentsync.model.TimeSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The registry among real processes. */
@Timeout(120)
class RegistryProcessesTest {

  private static final int PROCESSES = 4;
  private static final int AGENTS = 250;

  @TempDir Path directory;
  private final List<Crowd> crowds = new ArrayList<>();

  @AfterEach
  void killTheRest() {
    crowds.forEach(crowd -> crowd.process.destroyForcibly());
  }

  @Test
  void r01_aThousandAgentsOfFourProcessesComeWorkAndLeave() throws Exception {
    for (int i = 0; i < PROCESSES; i++) {
      start("p" + i, AGENTS);
    }
    try (SynchronizedAgentRegistry registry = SynchronizedAgentRegistry.open(directory)) {
      assertThat(all("register")).containsOnly(AGENTS);
      assertThat(all("contend").stream().mapToInt(Integer::intValue).sum()).isEqualTo(AGENTS);
      assertThat(registry.getAgentsWithSyncCapability("all"))
          .hasSize(PROCESSES * AGENTS + AGENTS)
          .isSorted();
      assertThat(registry.agents())
          .allSatisfy(
              agent -> {
                assertThat(agent.liveness()).isEqualTo(Liveness.ALIVE);
                assertThat(agent.process().orElseThrow()).startsWith(pidOf(agent.role()));
                assertThat(agent.metadata()).containsEntry("by", agent.role());
              });

      assertThat(all("find").stream().mapToInt(Integer::intValue).sum())
          .isEqualTo(PROCESSES * AGENTS + AGENTS);
      assertThat(all("say")).containsOnly(AGENTS);
      assertThat(all("beat")).containsOnly(AGENTS);
      assertThat(all("say-shared")).containsOnly(AGENTS);
      assertThat(registry.agents())
          .filteredOn(agent -> !agent.agentId().startsWith("shared"))
          .hasSize(PROCESSES * AGENTS)
          .allSatisfy(
              agent -> {
                assertThat(agent.status()).isEqualTo(AgentStatus.ERROR);
                assertThat(agent.lastAction()).hasValue("by " + agent.role());
                assertThat(agent.agentId()).startsWith(agent.role() + "-");
              });

      assertThat(all("leave")).containsOnly(AGENTS);
      assertThat(all("leave-shared").stream().mapToInt(Integer::intValue).sum()).isEqualTo(AGENTS);
      assertThat(registry.agents()).isEmpty();
    }
  }

  @Test
  void r02_aKilledAgentIsProvenDeadWithinTwoSeconds() throws Exception {
    Crowd crowd = start("p", 1);
    crowd.ask("register");
    try (SynchronizedAgentRegistry registry = SynchronizedAgentRegistry.open(directory)) {
      assertThat(registry.getAgent("p-0")).map(AgentInfo::liveness).hasValue(Liveness.ALIVE);
      assertThatThrownBy(() -> registry.registerAgent("p-0", "", List.of()))
          .isInstanceOf(AgentConflictException.class)
          .hasMessageContaining("pid " + crowd.process.pid());
      crowd.process.destroyForcibly();

      long killed = System.nanoTime();
      while (registry.getAgent("p-0").orElseThrow().liveness() != Liveness.DEAD) {
        assertThat(System.nanoTime() - killed).isLessThan(TimeUnit.SECONDS.toNanos(2));
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      }
      assertThat(registry.getActiveAgents()).isEmpty();
      registry.registerAgent("p-0", "heir", List.of());
      assertThat(registry.getActiveAgents()).containsExactly("p-0");
    }
  }

  @Test
  void r02_aStoppedProcessKillsNobody() throws Exception {
    assumeTrue(!System.getProperty("os.name").startsWith("Windows"), "cannot be stopped here");
    Crowd crowd = start("p", 1);
    crowd.ask("register");
    assertThat(
            new ProcessBuilder("kill", "-STOP", Long.toString(crowd.process.pid()))
                .start()
                .waitFor())
        .isZero();
    try (JournalStore store = Engines.open(directory.toString(), Durability.POWER);
        SynchronizedAgentRegistry registry = SynchronizedAgentRegistry.open(directory)) {
      assertThat(after(Duration.ofSeconds(45), store)).isEqualTo(Liveness.LATE);
      assertThat(after(Duration.ofMinutes(5), store)).isEqualTo(Liveness.SUSPECT);
      assertThat(after(Duration.ofDays(365), store)).isEqualTo(Liveness.SUSPECT);
      assertThatThrownBy(() -> registry.registerAgent("p-0", "", List.of()))
          .isInstanceOf(AgentConflictException.class);
      assertThat(registry.cleanupStaleAgents(Duration.ZERO)).isZero();
    }
  }

  @Test
  void r02_aProcessThatEndsInGoodOrderLeavesItsAgentsDead() throws Exception {
    Crowd crowd = start("p", 1);
    crowd.ask("register");
    crowd.in.close();
    assertThat(crowd.process.waitFor(20, TimeUnit.SECONDS)).isTrue();

    try (SynchronizedAgentRegistry registry = SynchronizedAgentRegistry.open(directory)) {
      assertThat(registry.getAgent("p-0")).map(AgentInfo::liveness).hasValue(Liveness.DEAD);
      assertThat(registry.getAgent("p-0").orElseThrow().evidence()).contains("is gone");
      assertThat(registry.cleanupStaleAgents(Duration.ofDays(1))).isZero();
      assertThat(registry.cleanupStaleAgents(Duration.ZERO)).isEqualTo(1);
      assertThat(registry.agents()).isEmpty();
    }
  }

  /** What is said of the agent when so much more time has passed. */
  private static Liveness after(Duration time, JournalStore store) {
    TimeSource later =
        () -> {
          Moment now = SystemTime.INSTANCE.now();
          return new Moment(now.wall().plus(time), now.domain(), now.nanos() + time.toNanos());
        };
    return new AgentReader(store, later).info("p-0").orElseThrow().liveness();
  }

  private String pidOf(String crowd) {
    return "pid %d on ".formatted(crowds.get(Integer.parseInt(crowd.substring(1))).process.pid());
  }

  private Crowd start(String name, int agents) throws IOException {
    Crowd crowd = new Crowd(directory, name, agents);
    crowds.add(crowd);
    assertThat(crowd.answer()).isEqualTo("ready");
    return crowd;
  }

  /** All do it at once. */
  private List<Integer> all(String line) throws IOException {
    crowds.forEach(crowd -> crowd.in.println(line));
    List<Integer> answers = new ArrayList<>();
    for (Crowd crowd : crowds) {
      answers.add(Integer.parseInt(crowd.answer()));
    }
    return answers;
  }

  /** One {@link AgentsMain}. */
  private static final class Crowd {
    final Process process;
    final PrintStream in;
    private final BufferedReader out;

    Crowd(Path store, String name, int agents) throws IOException {
      List<String> command =
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx96m",
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("java.class.path"),
              AgentsMain.class.getName(),
              store.toString(),
              name,
              Integer.toString(agents));
      this.process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      this.in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
      this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    String answer() throws IOException {
      return String.valueOf(out.readLine());
    }

    String ask(String line) throws IOException {
      in.println(line);
      return answer();
    }
  }
}
