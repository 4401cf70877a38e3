package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Tool.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DiagnoseTest {

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
  void healthyIsZeroAndTheLastWord() {
    points.completed("p");
    Ran ran = tool.run("diagnose", "p");
    assertThat(ran.code()).isZero();
    assertThat(ran.lastLine()).isEqualTo("HEALTHY");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void anErrorIsOneWithParticipantsEvidenceAndRemedy() {
    points.timedOut("p");
    Ran ran = tool.run("diagnose", "p");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.lines().get(0)).isEqualTo("Store: " + directory);
    assertThat(ran.out())
        .contains("p  generation 1  ✗ ERROR (timed out)\n")
        .containsPattern("AGENT  PRESENT\na      arrived \\d+s ago\nb      missing\n")
        .contains("1. ERROR timed out after")
        .contains("   Evidence: ")
        .contains("   Remedy:   ");
    assertThat(ran.lastLine()).isEqualTo("UNHEALTHY: 1 error");
  }

  @Test
  void aDamagedRecordIsAFinding() throws IOException {
    points.damaged("p");
    Ran ran = tool.run("diagnose", "p");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.lastLine()).isEqualTo("UNHEALTHY: 1 warning");
    assertThat(ran.err()).startsWith("sync-diag: ").contains("p.jsonl");
    assertThat(tool.run("diagnose", "p", "--json").json().get("problems")).hasSize(1);
  }

  @Test
  void jsonHasAllFieldsInOrder() {
    points.timedOut("p");
    Ran ran = tool.run("diagnose", "p", "--json");
    JsonNode answer = ran.json();
    assertThat(ran.code()).isEqualTo(1);
    assertThat(answer.propertyNames())
        .containsExactly(
            "schemaVersion",
            "store",
            "syncPoint",
            "healthy",
            "findings",
            "issues",
            "recommendations",
            "participants",
            "problems");
    assertThat(answer.get("syncPoint").get("id").asString()).isEqualTo("p");
    assertThat(answer.get("healthy").asBoolean()).isFalse();
    assertThat(answer.get("findings").get(0).propertyNames())
        .containsExactly("code", "severity", "message", "evidence", "remedy", "agents");
    assertThat(answer.get("findings").get(0).get("severity").asString()).isEqualTo("ERROR");
    assertThat(answer.get("issues").get(0)).isEqualTo(answer.get("findings").get(0).get("message"));
    assertThat(answer.get("recommendations").get(0))
        .isEqualTo(answer.get("findings").get(0).get("remedy"));
  }

  @Test
  void plainEndsWithTheVerdict() {
    points.timedOut("p");
    Ran ran = tool.run("diagnose", "p", "-o", "plain");
    assertThat(ran.lines()).hasSize(3);
    assertThat(ran.lines().get(0)).startsWith("point\tp\tERROR\tTIMED_OUT\t1\t1/2\tb\t");
    assertThat(ran.lines().get(1)).startsWith("finding\tp\tERROR\tended-badly\t");
    assertThat(ran.lines().get(2)).isEqualTo("verdict\tp\tUNHEALTHY\t1\t0");
  }

  @Test
  void anUnknownIdIsThreeWithNearNames() {
    points.ready("nightly-build");
    Ran near = tool.run("diagnose", "nihgtly-build");
    assertThat(near.code()).isEqualTo(3);
    assertThat(near.out()).isEmpty();
    assertThat(near.err())
        .isEqualTo(
            "sync-diag: there is no sync point \"nihgtly-build\" in "
                + directory
                + "; did you mean \"nightly-build\"?\n");
    Ran far = tool.run("diagnose", "xyz");
    assertThat(far.code()).isEqualTo(3);
    assertThat(far.err()).contains("xyz", directory.toString(), "sync-diag list");
  }

  @Test
  void anUnreadableJournalIsFour() throws IOException {
    points.ready("p").unreadable("broken");
    Ran ran = tool.run("diagnose", "broken");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.err()).contains("broken.jsonl");
  }

  @Test
  void onlyDamagedRecordsIsFourAndShowsThem() throws IOException {
    points.ruined("p");
    Ran ran = tool.run("diagnose", "p");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.lines().get(0)).isEqualTo("Store: " + directory);
    assertThat(ran.lines().get(2)).isEqualTo("p  cannot be read");
    assertThat(ran.out())
        .contains("p.jsonl: the record at byte 1 ", "p.jsonl: the record at byte 11 ", "Remedy:");
    assertThat(ran.lastLine()).isEqualTo("UNHEALTHY: 2 errors");
    Ran plain = tool.run("diagnose", "p", "-o", "plain");
    assertThat(plain.code()).isEqualTo(4);
    assertThat(plain.lines()).hasSize(3);
    assertThat(plain.lines().get(0)).startsWith("problem\tp\t" + directory);
    assertThat(plain.lines().get(2)).isEqualTo("verdict\tp\tUNHEALTHY\t2\t0");
  }

  @Test
  void onlyDamagedRecordsInJson() throws IOException {
    points.ruined("p");
    Ran ran = tool.run("diagnose", "p", "--json");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.err()).isEmpty();
    points.ready("q");
    assertThat(ran.json().propertyNames())
        .containsExactlyElementsOf(tool.run("diagnose", "q", "--json").json().propertyNames());
    assertThat(ran.json().get("syncPoint").isNull()).isTrue();
    assertThat(ran.json().get("healthy").asBoolean()).isFalse();
    assertThat(ran.json().get("problems")).hasSize(2);
  }

  @Test
  void onlyDamagedRecordsAmongOthers() throws IOException {
    points.completed("fine").ruined("p");
    Ran all = tool.run("diagnose", "--all", "--json");
    assertThat(all.code()).isEqualTo(4);
    assertThat(all.json().get("diagnoses")).hasSize(1);
    assertThat(all.json().get("problems")).hasSize(2);
    Ran list = tool.run("list");
    assertThat(list.code()).isEqualTo(4);
    assertThat(list.out()).contains("fine");
    assertThat(list.err().lines()).hasSize(2).allMatch(line -> line.contains("p.jsonl"));
    assertThat(tool.run("force", "p").code()).isEqualTo(4);
    assertThat(tool.run("diagnose", "nowhere").code()).isEqualTo(3);
  }

  @Test
  void allOfThem() {
    points.completed("fine").timedOut("late").timedOut("later");
    Ran ran = tool.run("diagnose", "--all");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.lastLine()).isEqualTo("UNHEALTHY: 2 errors");
    JsonNode answer = tool.run("diagnose", "--all", "--json").json();
    assertThat(answer.propertyNames())
        .containsExactly("schemaVersion", "store", "diagnoses", "blockers", "problems");
    assertThat(answer.get("diagnoses")).hasSize(3);
    assertThat(answer.get("diagnoses").get(0).propertyNames())
        .containsExactly(
            "syncPoint",
            "healthy",
            "findings",
            "issues",
            "recommendations",
            "participants",
            "problems");
  }

  @Test
  void allOfThemHealthy() {
    points.completed("fine").ready("r");
    assertThat(tool.run("--diagnose", "--all").code()).isZero();
    assertThat(tool.run("diagnose", "--all", "-o", "plain").lines())
        .filteredOn(line -> line.startsWith("verdict\t"))
        .hasSize(2)
        .allMatch(line -> line.contains("\tHEALTHY\t"));
  }

  @Test
  void allWithOneThatCannotBeRead() throws IOException {
    points.damaged("dented").unreadable("broken");
    Ran ran = tool.run("diagnose", "--all", "--json");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.json().get("diagnoses")).hasSize(1);
    assertThat(ran.json().get("problems")).hasSize(1);
    assertThat(ran.json().get("problems").get(0).get("path").asString()).contains("broken");
  }

  @Test
  void whatTheRegistryKnowsOfWhoIsMissing() {
    points.waiting("p");
    tool.run("register", "b2", "-q");
    Ran mistyped = tool.run("diagnose", "p");
    assertThat(mistyped.code()).isEqualTo(1);
    assertThat(mistyped.out())
        .containsPattern("AGENT  PRESENT +REGISTRY\na      arrived \\d+s ago +not registered\n")
        .containsPattern("b      missing +never registered\n")
        .contains("WARNING b was never registered [never-registered]")
        .contains("did you mean b2, which is registered?");

    tool.run("register", "b", "--role", "builds", "-q");
    Ran alive = tool.run("diagnose", "p");
    assertThat(alive.code()).isZero();
    assertThat(alive.out()).containsPattern("b      missing +alive, heard of \\d+s ago\n");
    JsonNode agent = tool.run("diagnose", "p", "--json").json().get("participants").get(1);
    assertThat(agent.propertyNames())
        .containsExactly("id", "arrived", "arrivedAt", "neverRegistered", "departedAt", "agent");
    assertThat(agent.get("agent").get("liveness").asString()).isEqualTo("ALIVE");

    tool.run("deregister", "b", "-q");
    Ran left = tool.run("diagnose", "p");
    assertThat(left.code()).isEqualTo(1);
    assertThat(left.out())
        .containsPattern("b      missing +left \\d+s ago\n")
        .contains("[departed-agents]");
  }

  @Test
  void aRegistryThatCannotBeReadIsAFinding_andNobodyIsCalledUnknown() throws IOException {
    points.waiting("p");
    tool.run("register", "c", "-q");
    Files.createDirectories(directory.resolve("agents/broken.jsonl"));
    Ran ran = tool.run("diagnose", "p");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("[unreadable-registry]").doesNotContain("never registered");
    assertThat(ran.err()).contains("agents/broken.jsonl");
  }
}
