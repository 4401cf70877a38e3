package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.AgentSynchronizer;
import io.agentsync.cli.Tool.Ran;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sync points of runs, as people and scripts name them. */
class RunsTest {

  @TempDir Path directory;
  private Tool tool;

  @BeforeEach
  void open() {
    tool = Tool.on(directory);
    declare("nightly", "p");
    declare("weekly", "q");
    try (AgentSynchronizer none = AgentSynchronizer.open(directory)) {
      none.createSyncPoint("p", Points.AB);
      none.createSyncPoint("alone", Points.AB);
    }
  }

  private void declare(String run, String id) {
    try (AgentSynchronizer inRun = AgentSynchronizer.builder().store(directory).run(run).build()) {
      inRun.createSyncPoint(id, Set.of("a", "b", run));
    }
  }

  private static List<String> runs(Ran ran) {
    return ran.json().get("syncPoints").valueStream().map(p -> p.get("run").asString("-")).toList();
  }

  @Test
  void sp04_listShowsAllRuns_orOne() {
    assertThat(tool.run("list").out())
        .containsPattern("STATE +ID +RUN +GEN ")
        .containsPattern("READY +alone +- +1 ")
        .containsPattern("READY +p +- +1 ")
        .containsPattern("READY +p +nightly +1 ")
        .containsPattern("READY +q +weekly +1 ");
    assertThat(runs(tool.run("list", "--json", "--run", "nightly"))).containsExactly("nightly");
    Tool byVariable =
        Tool.in(Map.of("AGENT_SYNC_STORE", directory.toString(), "AGENT_SYNC_RUN", "weekly"));
    assertThat(runs(byVariable.run("list", "--json"))).containsExactly("weekly");
    assertThat(runs(byVariable.run("list", "--json", "--run", "nightly")))
        .containsExactly("nightly");
  }

  @Test
  void sp04_statsCountAllRuns_orOne() {
    assertThat(tool.run("stats").lines().get(3)).startsWith("4 ");
    assertThat(tool.run("stats", "--run", "nightly").lines().get(3)).startsWith("1 ");
  }

  @Test
  void whatIsMeantIsWhatIsNamed() {
    assertThat(tool.run("diagnose", "p").out()).contains("p  generation 1").doesNotContain("run");
    assertThat(tool.run("diagnose", "p", "--run", "nightly").out())
        .contains("p  run nightly  generation 1")
        .contains("sync-diag force p --run nightly\n");
    assertThat(tool.run("force", "p", "--run", "nightly").out())
        .contains("generation 1 of p in run nightly as FORCED");
    assertThat(tool.run("list", "--state", "completed", "-o", "plain").lines())
        .singleElement()
        .asString()
        .startsWith("p\tCOMPLETED\t")
        .endsWith("\tnightly");
  }

  @Test
  void allDiagnosesAreThoseOfAllRuns() {
    assertThat(tool.run("diagnose", "--all", "--json").json().get("diagnoses")).hasSize(4);
    assertThat(tool.run("diagnose", "--all").out()).contains("q  run weekly  generation 1");
  }

  @Test
  void aPointThatIsKnownInARunOnlyIsNotJustUnknown() {
    assertThat(tool.run("diagnose", "q"))
        .isEqualTo(
            new Ran(
                3,
                "",
                "sync-diag: there is no sync point \"q\" in %s, but there is one in run weekly: use --run weekly\n"
                    .formatted(directory)));
    assertThat(tool.run("abort", "q").err()).contains("use --run weekly");
    assertThat(tool.run("diagnose", "alone", "--run", "nightly").err())
        .contains("in run nightly of " + directory, "one in no run: leave out --run");
    declare("monthly", "q");
    assertThat(tool.run("diagnose", "q").err())
        .contains("some in 2 runs: use --run monthly or --run weekly");
    assertThat(tool.run("diagnose", "al", "--run", "nightly").code()).isEqualTo(3);
  }

  @Test
  void theNextCommandNamesTheRun() {
    tool.run("abort", "q", "--run", "weekly", "-q");
    assertThat(tool.onTerminal().run("list").err())
        .isEqualTo("Next: sync-diag diagnose q --run weekly\n");
  }
}
