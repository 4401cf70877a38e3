package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Tool.Ran;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class StatsTest {

  @TempDir Path directory;
  private Points points;
  private Tool tool;

  @BeforeEach
  void open() {
    points = new Points(directory);
    tool = Tool.on(directory);
  }

  @AfterEach
  void close() {
    points.close();
  }

  @Test
  void threeBlocks_meetingsAgentsStore() {
    points.completed("x").completed("x").timedOut("z").ready("r");
    points.synchronizer().registry().registerUnattended("b", "", List.of("review"));
    Ran ran = tool.run("stats");
    assertThat(ran.lines().get(0)).isEqualTo("Store: " + directory);
    assertThat(ran.lines().get(2)).matches("MEETINGS +READY +SYNCING +COMPLETED +ERROR +SUCCESS");
    assertThat(ran.lines().get(3)).matches("4 +1 +0 +2 +1 +66\\.67%");
    assertThat(ran.out())
        .containsPattern("Waits: half took at most \\S+, 95% at most \\S+, the longest \\S+\n")
        .containsPattern("STRAGGLER +TIMES-LAST +COST-THE-OTHERS\nb +2 +\\S+\n")
        .contains("1 agent: 1 ACTIVE; 1 ALIVE\nCapabilities: review (1)\n")
        .contains("Kept: 3 journals of sync points\nAll of it can be read; durability power\n");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
  }

  @Test
  void jsonHasAllFieldsInOrder() {
    points.completed("x").timedOut("z");
    points.synchronizer().registry().registerUnattended("b", "", List.of("review"));
    JsonNode answer = tool.run("stats", "--json").json();
    assertThat(answer.propertyNames())
        .containsExactly(
            "schemaVersion",
            "store",
            "syncPoints",
            "wait",
            "stragglers",
            "agents",
            "storeHealth",
            "healthy",
            "unhealthy",
            "problems");
    assertThat(answer.get("syncPoints").get("byState").toString())
        .isEqualTo("{\"READY\":0,\"SYNCING\":0,\"COMPLETED\":1,\"ERROR\":1}");
    assertThat(answer.get("syncPoints").get("successRate").asDouble()).isEqualTo(0.5);
    assertThat(answer.get("wait").propertyNames())
        .containsExactly("p50Seconds", "p95Seconds", "maxSeconds");
    assertThat(answer.get("stragglers").get(0).propertyNames())
        .containsExactly("agent", "timesLast", "costSeconds");
    assertThat(answer.get("agents").get("total").asInt()).isEqualTo(1);
    assertThat(answer.get("agents").get("byStatus").get("ACTIVE").asInt()).isEqualTo(1);
    assertThat(answer.get("agents").get("byLiveness").get("ALIVE").asInt()).isEqualTo(1);
    assertThat(answer.get("agents").get("capabilities").toString()).isEqualTo("{\"review\":1}");
    assertThat(answer.get("storeHealth").get("readable").asBoolean()).isTrue();
    assertThat(answer.get("healthy").isNull()).isTrue();
  }

  @Test
  void absentNumbersAreNull() {
    JsonNode answer = tool.run("stats", "--json").json();
    assertThat(answer.get("syncPoints").get("successRate").isNull()).isTrue();
    assertThat(answer.get("wait").toString())
        .isEqualTo("{\"p50Seconds\":null,\"p95Seconds\":null,\"maxSeconds\":null}");
  }

  @Test
  void historyCounts() {
    points.completed("x").completed("y");
    tool.run("cleanup", "-q");
    Ran ran = tool.run("stats");
    assertThat(ran.lines().get(3)).matches("2 +0 +0 +2 +0 +100%");
    assertThat(ran.out())
        .containsPattern("Kept: 0 journals of sync points, 2 more in history \\(\\d+ \\S+\\)");
  }

  @Test
  void checkSaysWhatIsNotHealthy_andIsOne() {
    points.completed("x");
    points.synchronizer().registry().registerUnattended("b", "", List.of());
    Ran healthy = tool.run("stats", "--check");
    assertThat(healthy.code()).isZero();
    assertThat(healthy.lastLine()).isEqualTo("HEALTHY");
    assertThat(tool.run("stats", "--check", "-q")).isEqualTo(new Ran(0, "", ""));

    points.timedOut("z");
    tool.run("status", "b", "error", "--action", "cannot compile", "-q");
    Ran ran = tool.run("stats", "--check");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out())
        .containsPattern("syncPoint +z +timed out after .* without b\n")
        .containsPattern("agent +b +says that it failed: cannot compile\n");
    assertThat(ran.lastLine()).isEqualTo("UNHEALTHY: 1 sync point, 1 agent");
    Ran quiet = tool.run("stats", "--check", "-q");
    assertThat(quiet.code()).isEqualTo(1);
    assertThat(quiet.out()).isEmpty();
    assertThat(quiet.err())
        .matches(
            "sync-diag: sync point z: timed out .*\nsync-diag: agent b: says that it failed: cannot compile\n");
    assertThat(tool.run("stats").code()).isZero();
    JsonNode answer = tool.run("stats", "--check", "--json").json();
    assertThat(answer.get("healthy").asBoolean()).isFalse();
    assertThat(answer.get("unhealthy").get(0).propertyNames())
        .containsExactly("kind", "id", "reason");
    assertThat(tool.run("stats", "--check", "-o", "plain").lines())
        .contains("unhealthy\tagent\tb\tsays that it failed: cannot compile");
  }

  @Test
  void damageIsFourAndNamed() throws IOException {
    points.completed("x").damaged("dented");
    Ran ran = tool.run("stats");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.out()).contains("1 thing cannot be read");
    assertThat(ran.err()).startsWith("sync-diag: " + directory).contains("dented.jsonl");
    assertThat(tool.run("stats", "--json").json().get("problems")).hasSize(1);
  }

  @Test
  void aStoreThatIsNotThereIsEmptyOrAMistake() {
    Path nowhere = directory.resolve("nowhere");
    assertThat(tool.run("stats", "--store", nowhere.toString()).code()).isEqualTo(4);
    assertThat(nowhere).doesNotExist();
  }
}
