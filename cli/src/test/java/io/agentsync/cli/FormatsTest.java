package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Tool.Ran;
import io.agentsync.cli.command.Format;
import io.agentsync.cli.command.Formats;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of answer that only some modes have. */
class FormatsTest {

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cleanup -o prometheus      | cleanup; use one of: table, plain, json",
        "cleanup -o jsonl           | cleanup; use one of: table, plain, json",
        "diagnose p -o prometheus   | diagnose; use one of: table, plain, json",
        "explain p -o prometheus    | explain; use one of: table, plain, json, jsonl",
        "sync p --agent a -o jsonl  | sync; use one of: table, plain, json",
        "wait p -o prometheus       | wait; use one of: table, plain, json",
        "force p -o jsonl           | force; use one of: table, plain, json",
        "excuse p a -o prometheus   | excuse; use one of: table, plain, json",
        "extend p 1m -o jsonl       | extend; use one of: table, plain, json",
        "doctor -o jsonl            | doctor; use one of: table, plain, json",
        "stats -o jsonl             | stats; use one of: table, plain, json, prometheus",
        "registry -o prometheus     | registry; use one of: table, plain, json, jsonl",
        "-o prometheus              | the overview; use one of: table, plain, json",
      })
  void aFormThatMakesNoSenseIsRefusedBeforeAnythingHappens(String call, String says) {
    try (Points points = new Points(directory)) {
      points.completed("p");
      Ran ran = Tool.on(directory).run(call.split(" "));
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err().lines()).hasSize(1);
      assertThat(ran.err()).contains(" makes no sense for " + says);
      assertThat(points.synchronizer().syncPointIds()).containsExactly("p");
    }
  }

  @Test
  void everyFormOfEveryModeIsGivenOrRefused() {
    Modes.all()
        .forEach(
            (name, mode) -> {
              Set<Format> offered =
                  mode.getCommand() instanceof Formats its ? its.formats() : Formats.USUAL;
              for (Format format : Format.values()) {
                Ran ran = Tool.on(directory).run(Tool.plus(call(name), "-o", format.toString()));
                assertThat(ran.err().contains(" makes no sense for " + name))
                    .as("%s -o %s", name, format)
                    .isEqualTo(!offered.contains(format));
              }
            });
  }

  /** A call that the parser takes, and that nothing comes of. */
  private static String[] call(String mode) {
    return switch (mode) {
      case "sync" -> "sync p --agent a".split(" ", -1);
      case "status" -> "status a active".split(" ", -1);
      case "monitor" -> "monitor --count 1".split(" ", -1);
      case "register" -> "register !".split(" ", -1);
      case "force", "abort", "diagnose", "explain", "wait" -> new String[] {mode, "p"};
      case "excuse" -> "excuse p a".split(" ", -1);
      case "extend" -> "extend p 5m".split(" ", -1);
      case "heartbeat", "deregister" -> new String[] {mode, "a"};
      default -> new String[] {mode};
    };
  }

  @Test
  void linesOfJsonAreWhatTheAnswerHolds() throws Exception {
    try (Points points = new Points(directory)) {
      points.completed("p").timedOut("q").unreadable("broken");
      Ran ran = Tool.on(directory).run("list", "-o", "jsonl");
      assertThat(ran.code()).isEqualTo(4);
      assertThat(ran.err()).isEmpty();
      assertThat(ran.lines()).hasSize(3);
      assertThat(ran.lines().get(0))
          .startsWith("{\"schemaVersion\":1,\"kind\":\"syncPoint\",\"id\":\"q\"");
      assertThat(ran.lines().get(2))
          .startsWith("{\"schemaVersion\":1,\"kind\":\"problem\",\"path\":");
    }
  }

  @Test
  void agentsAreLinesOfJson() {
    Tool tool = Tool.on(directory);
    tool.run("register", "a", "--role", "r");
    assertThat(tool.run("registry", "-o", "jsonl").lines())
        .singleElement()
        .asString()
        .startsWith("{\"schemaVersion\":1,\"kind\":\"agent\",\"id\":\"a\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "stats"})
  void numbersAreAsPrometheusWantsThem(String mode) {
    try (Points points = new Points(directory)) {
      points.completed("p").timedOut("q").waiting("r");
      Ran ran = Tool.on(directory).run(mode, "-o", "prometheus");
      assertThat(ran.code()).isZero();
      assertThat(ran.lines()).filteredOn(line -> line.startsWith("# TYPE")).doesNotHaveDuplicates();
      assertThat(ran.lines())
          .allMatch(
              line ->
                  line.matches("# (HELP|TYPE) agent_sync_[a-z_]+ .+")
                      || line.matches("agent_sync_[a-z_]+(\\{[^}]*})? [0-9.]+"));
      assertThat(families(ran.lines())).isSubsetOf(typed(ran.lines()));
    }
  }

  @Test
  void aSamplePerPoint() {
    try (Points points = new Points(directory)) {
      points.completed("p").timedOut("q");
      assertThat(Tool.on(directory).run("list", "-o", "prometheus").lines())
          .contains(
              "agent_sync_failed{id=\"p\"} 0",
              "agent_sync_failed{id=\"q\"} 1",
              "agent_sync_sync_points{state=\"error\"} 1",
              "agent_sync_unreadable 0");
    }
  }

  private static List<String> families(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.replaceFirst("[{ ].*", ""))
        .distinct()
        .toList();
  }

  private static List<String> typed(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("# TYPE "))
        .map(line -> line.replaceFirst("# TYPE (\\S+) .*", "$1"))
        .toList();
  }
}
