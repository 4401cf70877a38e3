package io.agentsync.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example does what it says, so that none of them rots. */
class ExamplesTest {

  @TempDir private Path directory;
  private Path store;
  private Programs programs;

  @BeforeEach
  void begin() {
    store = directory.resolve("store");
    programs = new Programs(directory);
  }

  @AfterEach
  void end() {
    programs.close();
  }

  private List<String> run(Class<?> example) throws Exception {
    return programs.start(example, store).ended(0).lines().toList();
  }

  @Test
  void registryTour() throws Exception {
    assertThat(run(RegistryTour.class))
        .containsExactly(
            "archivist (keeps what is old): INACTIVE, ALIVE",
            "crawler (fetches pages): ACTIVE, ALIVE, fetching example.org",
            "indexer (builds the index): ACTIVE, ALIVE",
            "at work: [crawler, indexer]",
            "can report: [crawler, indexer]",
            "3 agents, 1 of them inactive",
            "not heard of for a day, and gone: 0",
            "left: 0");
  }

  @Test
  void barrierPattern() throws Exception {
    assertThat(run(BarrierPattern.class))
        .hasSize(3)
        .containsOnly("did its part, met [agent1, agent2, agent3]: COMPLETED");
  }

  @Test
  void phasesPattern() throws Exception {
    List<String> said = run(PhasesPattern.class);
    for (int phase = 0; phase < 3; phase++) {
      String name = List.of("load", "transform", "publish").get(phase);
      assertThat(said.subList(3 * phase, 3 * phase + 3))
          .containsExactlyInAnyOrder(name + ": agent1", name + ": agent2", name + ": agent3");
    }
    assertThat(said).hasSize(10).endsWith("all phases are over");
  }

  @Test
  void subsetPattern() throws Exception {
    assertThat(run(SubsetPattern.class))
        .containsExactly(
            "reader1 met at schema_ready: false, at all_done: true",
            "reader2 met at schema_ready: false, at all_done: true",
            "writer1 met at schema_ready: true, at all_done: true",
            "writer2 met at schema_ready: true, at all_done: true");
  }

  @Test
  void capabilityLookup() throws Exception {
    assertThat(run(CapabilityLookup.class))
        .containsExactlyInAnyOrder("ann reviewed with [ann, cid]", "cid reviewed with [ann, cid]");
  }

  @Test
  void retryingAgent() throws Exception {
    assertThat(run(RetryingAgent.class))
        .startsWith("attempt 1: TIMED_OUT, missing [tardy]")
        .last()
        .asString()
        .matches("attempt \\d: COMPLETED, missing \\[]");
  }

  @Test
  void pipeline() throws Exception {
    List<Programs.Program> agents =
        List.of(
            pipelineAgent("processor1"),
            pipelineAgent("processor2"),
            pipelineAgent("collector1"),
            pipelineAgent("collector2"),
            pipelineAgent("storage"));
    for (Programs.Program agent : agents) {
      assertThat(agent.ended(0)).contains("stored COMPLETED");
    }
    assertThat(agents.get(4).said()).contains("storage: the sum of the squares is 338350\n");
  }

  private Programs.Program pipelineAgent(String name) throws Exception {
    return programs.start(PipelineAgent.class, store, name);
  }

  @Test
  void replayingAgentPassesTheMeetingsThatItHad() throws Exception {
    Programs.Program steady = programs.start(ReplayingAgent.class, store, "run1", "a", "a,b");
    Programs.Program crashing = programs.start(ReplayingAgent.class, store, "run1", "b", "a,b", 2);
    assertThat(crashing.ended(137).lines())
        .containsExactly("b: step 1 COMPLETED", "b: step 2 COMPLETED");

    Programs.Program again = programs.start(ReplayingAgent.class, store, "run1", "b", "a,b");
    assertThat(again.ended(0).lines())
        .containsExactly(
            "b: step 1 COMPLETED, as it was before",
            "b: step 2 COMPLETED, as it was before",
            "b: step 3 COMPLETED");
    assertThat(steady.ended(0).lines())
        .containsExactly("a: step 1 COMPLETED", "a: step 2 COMPLETED", "a: step 3 COMPLETED");
  }
}
