package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Tool.Ran;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The live view where there is no terminal to take over. */
class MonitorTest {

  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z";

  @TempDir Path directory;

  private Ran run(String... options) {
    return Tool.on(directory)
        .run(Tool.plus(new String[] {"monitor", "--interval", "100ms"}, options));
  }

  @Test
  void tellsWhatIsThereAndThenWhetherItStillLooks() {
    try (Points points = new Points(directory)) {
      points.completed("done").waiting("stuck");
      Ran ran = run("--count", "2");
      assertThat(ran.code()).isZero();
      assertThat(ran.err()).isEmpty();
      assertThat(ran.lines()).hasSize(4);
      assertThat(ran.lines().get(0)).matches(TIME + "  done #1  COMPLETED \\(2/2\\)");
      assertThat(ran.lines().get(1)).matches(TIME + "  stuck #1  SYNCING \\(1/2\\), waiting for b");
      assertThat(ran.lines().subList(2, 4))
          .allMatch(line -> line.matches(TIME + "  2 sync points: 1 SYNCING, 1 COMPLETED in /.+"))
          .allMatch(line -> line.endsWith(" in " + directory));
      assertThat(run("--count", "2", "-q").lines()).hasSize(2);
    }
  }

  @Test
  void jsonIsOneObjectALine() {
    try (Points points = new Points(directory)) {
      points.waiting("stuck");
      Ran ran = run("--count", "1", "-o", "jsonl");
      List<JsonNode> objects = ran.lines().stream().map(JsonMapper.shared()::readTree).toList();
      assertThat(objects).hasSize(2);
      assertThat(objects.get(0).propertyNames())
          .containsExactly(
              "schemaVersion",
              "at",
              "event",
              "id",
              "run",
              "generation",
              "agents",
              "message",
              "syncPoint",
              "problem");
      assertThat(objects.get(0).get("event").asString()).isEqualTo("found");
      assertThat(objects.get(0).get("syncPoint").get("missing").toString()).isEqualTo("[\"b\"]");
      assertThat(objects.get(1).get("event").asString()).isEqualTo("tick");
      assertThat(objects.get(1).get("id").isNull()).isTrue();
      assertThat(objects.get(1).get("byState").get("SYNCING").asInt()).isEqualTo(1);
      assertThat(run("--count", "1", "--json").lines()).hasSize(2);
    }
  }

  @Test
  void plainHasTabs() {
    try (Points points = new Points(directory)) {
      points.waiting("stuck");
      assertThat(run("--count", "1", "-o", "plain").lines())
          .allSatisfy(line -> assertThat(line.split("\t")).hasSize(7));
    }
  }

  @Test
  void aDumbTerminalGetsLinesWithoutEscapes() {
    try (Points points = new Points(directory)) {
      points.waiting("stuck");
      Map<String, String> dumb = Map.of("AGENT_SYNC_STORE", directory.toString(), "TERM", "dumb");
      Ran ran = Tool.in(dumb).onTerminal().run("--monitor", "--count", "1");
      assertThat(ran.code()).isZero();
      assertThat(ran.out()).contains("stuck #1").doesNotContain("\u001b");
    }
  }

  @Test
  void aDefaultStoreThatIsNotThereYetIsEmpty() {
    Path home = directory.resolve("state");
    Ran ran = Tool.in(Map.of("XDG_STATE_HOME", home.toString())).run("monitor", "--count", "1");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).matches(TIME + "  no sync points in /.+\n");
    assertThat(home).doesNotExist();
  }

  @Test
  void aStoreThatWasNamedAndIsNotThereIsAMistake() {
    Ran ran = Tool.in(Map.of()).run("--store", directory + "/none", "monitor", "--count", "1");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.err()).contains("there is no store at");
  }

  /** Does something to the store as soon as the first line is out. */
  private Ran runWhile(IoAction meanwhile, String... options) {
    StringBuilder kept = new StringBuilder();
    OutputStream out =
        new OutputStream() {
          private boolean done;

          @Override
          public void write(int b) throws IOException {
            kept.append((char) b);
            if (!done && b == '\n') {
              done = true;
              meanwhile.run();
            }
          }
        };
    Ran ran =
        Tool.on(directory)
            .runInto(out, Tool.plus(new String[] {"monitor", "--interval", "100ms"}, options));
    return new Ran(ran.code(), kept.toString(), ran.err());
  }

  /** What may fail. */
  private interface IoAction {
    void run() throws IOException;
  }

  @Test
  void aStoreThatIsUnreadableForAWhileIsToldAndNotTakenForEmpty() throws IOException {
    try (Points points = new Points(directory)) {
      points.waiting("stuck");
      Path journals = directory.resolve("syncpoints");
      Path aside = directory.resolve("aside");
      Ran ran =
          runWhile(
              () -> {
                Files.move(journals, aside);
                Files.writeString(journals, "in the way");
              },
              "--count",
              "3");
      assertThat(ran.code()).isEqualTo(4);
      assertThat(ran.out())
          .contains("syncpoints", "the store cannot be read")
          .doesNotContain("no sync points", "cleaned up");
      Files.delete(journals);
      Files.move(aside, journals);
      assertThat(run("--count", "1").code()).isZero();
    }
  }

  @Test
  void aStoreThatVanishesIsNotTakenForEmpty() throws IOException {
    Path elsewhere = directory.resolveSibling(directory.getFileName() + "-moved");
    Ran ran = runWhile(() -> Files.move(directory, elsewhere), "--count", "2");
    Files.move(elsewhere, directory);
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.out()).contains("there is nothing any more");
  }

  @Test
  void changesAreTold() {
    try (Points points = new Points(directory)) {
      points.waiting("p");
      Ran ran = runWhile(() -> points.aborted("q", "for a reason").completed("r"), "--count", "3");
      assertThat(ran.out()).contains("q #1  aborted after", ": for a reason", "r #1  completed");
    }
  }

  @Test
  void aDurationInSecondsEndsIt() {
    long start = System.nanoTime();
    assertThat(run("--monitor-duration", "1").code()).isZero();
    assertThat(System.nanoTime() - start).isGreaterThan(900_000_000L);
    assertThat(run("--monitor-duration=300ms").code()).isZero();
    assertThat(run("--monitor-duration", "0").code()).isEqualTo(2);
  }
}
