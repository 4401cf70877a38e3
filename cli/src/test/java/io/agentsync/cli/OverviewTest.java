package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Tool.Ran;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class OverviewTest {

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
  void countsThenLists() {
    points.completed("x").completed("y").timedOut("z").ready("r");
    Ran ran = tool.run();
    assertThat(ran.lines().get(2)).matches("MEETINGS +READY +SYNCING +COMPLETED +ERROR +SUCCESS");
    assertThat(ran.lines().get(3)).matches("4 +1 +0 +2 +1 +66\\.67%");
    assertThat(ran.lines().get(4)).startsWith("Waits: half took at most ");
    assertThat(ran.out()).contains("No agents are registered.");
    assertThat(ran.lines()).filteredOn(line -> line.matches("STATE .*TIMEOUT")).hasSize(1);
    assertThat(ran.lastLine()).startsWith("✓ COMPLETED");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void jsonHoldsStatsAndList() {
    points.completed("x").timedOut("z");
    JsonNode answer = tool.run("--json").json();
    assertThat(answer.propertyNames())
        .containsExactly("schemaVersion", "store", "stats", "list", "blockers");
    assertThat(answer.get("stats").get("syncPoints").toString())
        .isEqualTo(
            "{\"total\":2,\"byState\":{\"READY\":0,\"SYNCING\":0,\"COMPLETED\":1,\"ERROR\":1},"
                + "\"successRate\":0.5,\"byOutcome\":{\"COMPLETED\":1,\"TIMED_OUT\":1}}");
    assertThat(answer.get("stats").get("problems").toString()).isEqualTo("[]");
    assertThat(answer.get("list").get("syncPoints")).hasSize(2);
  }

  @Test
  void successRateIsNullWhereNothingEnded() {
    points.ready("r");
    JsonNode counts = tool.run("--json").json().get("stats").get("syncPoints");
    assertThat(counts.get("successRate").isNull()).isTrue();
    assertThat(tool.run().lines().get(3)).matches("1 +1 +0 +0 +0 +-");
  }

  @Test
  void plainTellsCountsFromPoints() {
    points.ready("r");
    assertThat(tool.run("-o", "plain").lines())
        .startsWith(
            "count\tREADY\t1",
            "count\tSYNCING\t0",
            "count\tCOMPLETED\t0",
            "count\tERROR\t0",
            "successRate\t-",
            "wait\tp50\t-")
        .endsWith("point\tr\tREADY\t-\t1\t0/2\ta,b\t-\t-\t-\t30\t-\t-");
  }

  @Test
  void anEmptyStoreHasZeros() {
    Ran ran = tool.run();
    assertThat(ran.lines().get(3)).matches("0 +0 +0 +0 +0 +-");
    assertThat(ran.err()).isEqualTo("no sync points in " + directory + "\n");
    assertThat(ran.code()).isZero();
  }

  @Test
  void damageIsExitFour() throws IOException {
    points.damaged("dented");
    Ran ran = tool.run("--json");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.json().get("stats").get("problems")).hasSize(1);
    assertThat(ran.json().get("list").get("problems")).hasSize(1);
  }
}
