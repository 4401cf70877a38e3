package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Tool.Ran;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ListTest {

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

  private void oneOfEach() {
    points.completed("done").timedOut("late").ready("declared").waiting("stuck");
  }

  private static List<String> ids(Ran ran) {
    return ran.json().get("syncPoints").valueStream().map(p -> p.get("id").asString()).toList();
  }

  @Test
  void showsWhatNeedsALookFirst() {
    oneOfEach();
    Ran ran = tool.run("list", "--json");
    assertThat(ids(ran)).containsExactly("late", "stuck", "declared", "done");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void tableNamesTheStoreAndSaysTheStateInWords() {
    oneOfEach();
    Ran ran = tool.run("list");
    assertThat(ran.lines().get(0)).isEqualTo("Store: " + directory);
    assertThat(ran.lines().get(2))
        .matches("STATE +ID +GEN +JOINED +WAITING-FOR +AGE +DEADLINE +TIMEOUT");
    assertThat(ran.out())
        .containsPattern("✗ ERROR \\(timed out\\) +late +1 +1/2 +b +\\d+s ago +- +1ms")
        .containsPattern("◐ SYNCING +stuck +1 +1/2 +b +\\d+s ago +in 9m\\d+s +10m")
        .containsPattern("○ READY +declared +1 +0/2 +a, b +- +- +30s")
        .containsPattern("✓ COMPLETED +done +1 +2/2 +- +\\d+s ago +- +30s");
    assertThat(ran.lastLine()).isEqualTo("4 sync points: 1 ERROR, 1 SYNCING, 1 READY, 1 COMPLETED");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
  }

  @Test
  void plainIsOneRecordALine() {
    oneOfEach();
    Ran ran = tool.run("list", "-o", "plain", "--sort", "id");
    assertThat(ran.lines()).hasSize(4).allSatisfy(line -> assertThat(line.split("\t")).hasSize(12));
    assertThat(ran.lines().get(1)).startsWith("done\t").isEqualTo(ran.lines().get(1).strip());
    assertThat(ran.lines().get(0)).isEqualTo("declared\tREADY\t-\t1\t0/2\ta,b\t-\t-\t-\t30\t-\t-");
  }

  @Test
  void jsonHasAllFieldsInOrder() {
    points.timedOut("late");
    JsonNode answer = tool.run("list", "--json").json();
    assertThat(answer.propertyNames())
        .containsExactly("schemaVersion", "store", "syncPoints", "problems");
    assertThat(answer.get("schemaVersion").asInt()).isEqualTo(1);
    assertThat(answer.get("store").asString()).isEqualTo(directory.toString());
    JsonNode point = answer.get("syncPoints").get(0);
    assertThat(point.propertyNames())
        .containsExactly(
            "id",
            "run",
            "state",
            "outcome",
            "generation",
            "required",
            "arrived",
            "missing",
            "excused",
            "startedAt",
            "endedAt",
            "deadline",
            "timeoutSeconds",
            "reason",
            "actor");
    assertThat(point.get("state").asString()).isEqualTo("ERROR");
    assertThat(point.get("outcome").asString()).isEqualTo("TIMED_OUT");
    assertThat(point.get("timeoutSeconds").asDouble()).isEqualTo(0.001);
    assertThat(point.get("required").toString()).isEqualTo("[\"a\",\"b\"]");
    assertThat(point.get("excused").toString()).isEqualTo("[]");
    assertThat(point.get("run").isNull()).isTrue();
    assertThat(point.get("startedAt").asString()).matches("20\\d\\d-.*T.*Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--state error                | late",
        "--state Ready,COMPLETED      | declared,done",
        "--agent nobody               | ''",
        "--agent b --state syncing    | stuck",
        "--sort id                    | declared,done,late,stuck",
        "--sort state                 | declared,stuck,done,late",
        "--sort age                   | done,late,stuck,declared",
        "--sort deadline --limit 1    | stuck",
        "--limit 2                    | late,stuck",
      })
  void selectsAndSorts(String options, String expected) {
    oneOfEach();
    Ran ran = tool.run(Tool.plus(("list --json " + options).strip().split(" +")));
    assertThat(String.join(",", ids(ran))).isEqualTo(expected);
    assertThat(ran.code()).isZero();
  }

  @Test
  void anEmptyResultIsASentenceBesideTheData() {
    assertThat(tool.run("list")).isEqualTo(new Ran(0, "", "no sync points in " + directory + "\n"));
    assertThat(tool.run("list", "-q")).isEqualTo(new Ran(0, "", ""));
    assertThat(tool.run("list", "-o", "plain")).isEqualTo(new Ran(0, "", ""));
    points.ready("p");
    assertThat(tool.run("list", "--state", "error").err()).startsWith("no such sync points in ");
  }

  @Test
  void whatCannotBeReadIsNamedAndTheRestIsPrinted() throws IOException {
    points.damaged("dented").completed("fine").unreadable("broken");
    Ran json = tool.run("list", "--json");
    assertThat(json.code()).isEqualTo(4);
    assertThat(json.err()).isEmpty();
    assertThat(ids(json)).containsExactly("dented", "fine");
    assertThat(json.json().get("problems"))
        .hasSize(2)
        .allSatisfy(
            problem -> assertThat(problem.propertyNames()).containsExactly("path", "reason"));
    Ran table = tool.run("list");
    assertThat(table.code()).isEqualTo(4);
    assertThat(table.out()).contains("fine");
    assertThat(table.err().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("sync-diag: " + directory));
  }

  @Test
  void aPlaceThatWasNamedHasToBeThere() {
    String nowhere = directory.resolve("nowhere").toString();
    Ran byOption = tool.run("--store", nowhere, "list");
    assertThat(byOption.code()).isEqualTo(4);
    assertThat(byOption.out()).isEmpty();
    assertThat(byOption.err()).contains(nowhere, "--store", "check the path");
    Ran byVariable = Tool.in(Map.of("AGENT_SYNC_STORE", nowhere)).run();
    assertThat(byVariable.code()).isEqualTo(4);
    assertThat(byVariable.err()).contains(nowhere, "AGENT_SYNC_STORE");
    Ran byDefault = Tool.in(Map.of("XDG_STATE_HOME", nowhere)).run("list");
    assertThat(byDefault.code()).isZero();
    assertThat(byDefault.err()).isEqualTo("no sync points in " + nowhere + "/agent-sync\n");
    assertThat(directory.resolve("nowhere")).doesNotExist();
  }

  @Test
  void aNarrowTerminalShortensTheNamesOfAgentsOnly() {
    points
        .synchronizer()
        .createSyncPoint("p".repeat(60), java.util.Set.of("abcdef", "ghijkl", "m"));
    Tool narrow =
        Tool.in(Map.of("AGENT_SYNC_STORE", directory.toString(), "COLUMNS", "120")).onTerminal();
    assertThat(narrow.run("list", "--color", "never").out())
        .contains("p".repeat(60), "abcdef, +2")
        .doesNotContain("ghijkl");
    assertThat(tool.run("list").out()).contains("abcdef, ghijkl, m");
  }

  @Test
  void ofEachPointTheNewestGenerationIsShown() {
    points.completed("p").timedOut("p").timedOut("p");
    JsonNode listed = tool.run("list", "--json").json().get("syncPoints");
    assertThat(listed).hasSize(1);
    assertThat(listed.get(0).get("generation").asLong()).isEqualTo(3);
    assertThat(listed.get(0).get("outcome").asString()).isEqualTo("TIMED_OUT");
  }

  @Test
  void hintsAreForTerminalsOnly() {
    points.timedOut("late");
    assertThat(tool.onTerminal().run("list").err()).isEqualTo("Next: sync-diag diagnose late\n");
    assertThat(tool.onTerminal().run("list", "-q").err()).isEmpty();
    assertThat(tool.onTerminal().run("list", "--json").err()).isEmpty();
    assertThat(tool.run("list").err()).isEmpty();
  }
}
