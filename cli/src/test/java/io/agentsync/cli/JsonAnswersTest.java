package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Tool.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every answer in JSON is what its published schema says, field by field. */
class JsonAnswersTest {

  @TempDir static Path directory;
  private static Points points;
  private static Tool tool;

  @BeforeAll
  static void fill() throws IOException {
    points = new Points(directory);
    points.completed("gone").synchronizer().cleanupSyncPoint("gone");
    points.completed("done").timedOut("late").ready("declared").waiting("stuck").damaged("dented");
    points.aborted("over", "for a reason").unreadable("broken").ruined("ruined");
    tool = Tool.on(directory);
    tool.run("register", "b", "--role", "r", "--capability", "y,x", "--meta", "k=v", "-q");
    tool.run("status", "b", "error", "--action", "fails", "-q");
    points.synchronizer().registry().registerAgent("a", "", List.of());
  }

  @AfterAll
  static void close() {
    points.close();
  }

  @ParameterizedTest
  @CsvSource({
    "'', overview",
    "list, list",
    "list --agent nobody, list",
    "stats, stats",
    "stats --check, stats",
    "diagnose late, diagnose",
    "diagnose stuck, diagnose",
    "diagnose declared, diagnose",
    "diagnose dented, diagnose",
    "diagnose ruined, diagnose",
    "diagnose gone, diagnose",
    "diagnose --all, diagnose-all",
    "registry, registry",
    "registry --stale-after 1h, registry",
    "cleanup --dry-run --state completed --state error --stale-agents=0s, cleanup",
    "wait done, sync",
    "wait stuck --timeout 1ms, sync",
    "force stuck --dry-run, repair",
    "excuse stuck b --dry-run, repair",
    "extend stuck 5m --dry-run, repair",
    "explain done, explain",
    "explain over, explain",
    "explain dented, explain",
    "explain gone, explain",
    "doctor, doctor",
  })
  void isAsPublished(String call, String schema) {
    assertDescribed(schema, tool.run(words(call)));
  }

  @ParameterizedTest
  @CsvSource({
    "cleanup, cleanup",
    "sync mine --agent a --with a --payload {\"n\":1}, sync",
    "sync stuck --agent z --with y, sync",
    "sync alone --agent a --with b --timeout 1ms, sync",
    "--run nightly sync mine --agent a --with a, sync",
    "force stuck --reason why, repair",
    "abort declared, repair",
    "abort late, repair",
    "excuse stuck b, repair",
    "extend stuck 5m --reason slow, repair",
    "extend declared 5m, repair",
    "register c, agent",
    "heartbeat b, agent",
    "status b active, agent",
    "deregister b, agent",
  })
  void isAsPublishedWhereSomethingChanges(String call, String schema, @TempDir Path other) {
    try (Points changing = new Points(other)) {
      changing.ready("declared").waiting("stuck").timedOut("late");
      Tool there = Tool.on(other);
      there.run("register", "b", "-q");
      assertDescribed(schema, there.run(words(call)));
    }
  }

  private static void assertDescribed(String schema, Ran ran) {
    assertThat(ran.lines()).as(ran.err()).hasSize(1);
    assertThat(ran.json().propertyNames()).first().isEqualTo("schemaVersion");
    new AnswerSchema(schema).assertDescribes(ran.json());
  }

  @Test
  void theMonitorGivesAnObjectALine() {
    Ran ran = tool.run("monitor", "--count", "1", "--interval", "100ms", "--json");
    assertThat(ran.lines()).hasSizeGreaterThan(5);
    for (String line : ran.lines()) {
      new AnswerSchema("monitor").assertDescribes(JsonMapper.shared().readTree(line));
    }
    assertThat(tool.run("monitor", "--count", "1", "--interval", "100ms", "-o", "jsonl").lines())
        .hasSameSizeAs(ran.lines());
  }

  @ParameterizedTest
  @CsvSource({
    "list, syncPoints, syncPoint",
    "registry, agents, agent",
    "explain done, story, event",
  })
  void linesAreTheElementsOfTheAnswer(String call, String array, String kind) {
    JsonNode answer = tool.run(words(call)).json();
    List<JsonNode> lines =
        tool.run(Tool.plus(call.split(" ", -1), "-o", "jsonl")).lines().stream()
            .map(JsonMapper.shared()::readTree)
            .toList();
    List<JsonNode> elements =
        Stream.concat(answer.get(array).valueStream(), answer.get("problems").valueStream())
            .toList();
    assertThat(lines).hasSameSizeAs(elements);
    for (int i = 0; i < lines.size(); i++) {
      ObjectNode line = (ObjectNode) lines.get(i);
      assertThat(line.propertyNames()).startsWith("schemaVersion", "kind");
      assertThat(line.get("schemaVersion").asInt()).isEqualTo(1);
      assertThat(line.get("kind").asString())
          .isEqualTo(i < answer.get(array).size() ? kind : "problem");
      line.remove(List.of("schemaVersion", "kind", "syncId"));
      assertThat(line).isEqualTo(elements.get(i));
    }
  }

  @Test
  void everySchemaIsTriedByAMode() throws IOException {
    Set<String> tried = new TreeSet<>(Set.of("common", "monitor"));
    for (String row : calls()) {
      tried.add(row.substring(row.lastIndexOf(',') + 1).strip());
    }
    try (Stream<Path> files = Files.list(AnswerSchema.DIRECTORY)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString().replace(".schema.json", ""))
                  .collect(Collectors.toSet()))
          .isEqualTo(tried);
    }
  }

  @Test
  void everyModeIsTried() {
    List<String> rows = calls();
    for (String mode : Modes.all().keySet()) {
      assertThat(rows)
          .as(mode)
          .anyMatch(
              row -> mode.equals("monitor") || row.matches("(--run \\S+ )?" + mode + "[ ,].*"));
    }
  }

  /** The rows of the tests above. */
  private static List<String> calls() {
    return Stream.of(JsonAnswersTest.class.getDeclaredMethods())
        .filter(method -> method.getName().startsWith("isAsPublished"))
        .flatMap(method -> Stream.of(method.getAnnotation(CsvSource.class).value()))
        .toList();
  }

  private static String[] words(String call) {
    return call.isEmpty() ? new String[] {"--json"} : Tool.plus(call.split(" ", -1), "--json");
  }
}
