package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Tool.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The registry from a shell. */
class AgentsTest {

  @TempDir Path directory;
  private Tool tool;

  @BeforeEach
  void open() {
    tool = Tool.on(directory);
  }

  private void two() {
    tool.run("register", "builder", "--role", "builds things", "--capability", "build,test", "-q");
    tool.run("register", "reviewer", "--capability=review", "--meta", "team=red", "-q");
  }

  private static List<String> ids(Ran ran) {
    return ran.json().get("agents").valueStream().map(a -> a.get("id").asString()).toList();
  }

  @Test
  void registeringCreatesTheStore() {
    Path fresh = directory.resolve("fresh");
    Ran ran = tool.run("--store", fresh.toString(), "register", "builder");
    assertThat(ran).isEqualTo(new Ran(0, "Store: " + fresh + "\nregistered builder\n", ""));
    assertThat(fresh).exists();
    assertThat(tool.run("--store", fresh.toString(), "--register", "builder").out())
        .endsWith("\nupdated builder\n");
  }

  @Test
  void registryShowsWhoTheyAreAndWhetherTheyLive() {
    two();
    Ran ran = tool.run("registry");
    assertThat(ran.lines().get(0)).isEqualTo("Store: " + directory);
    assertThat(ran.lines().get(2)).matches("LIVENESS +AGENT +STATUS +SEEN +ROLE +CAPABILITIES");
    assertThat(ran.lines().get(3))
        .matches("✓ ALIVE +builder +ACTIVE +\\d+s ago +builds things +build, test");
    assertThat(ran.lines().get(4)).matches("✓ ALIVE +reviewer +ACTIVE +\\d+s ago +- +review");
    assertThat(ran.lastLine()).isEqualTo("2 agents: 2 ALIVE");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
  }

  @Test
  void jsonHasAllFieldsInOrder() {
    two();
    JsonNode answer = tool.run("registry", "--json").json();
    assertThat(answer.propertyNames())
        .containsExactly("schemaVersion", "store", "agents", "problems");
    JsonNode agent = answer.get("agents").get(1);
    assertThat(agent.propertyNames())
        .startsWith(
            "id",
            "role",
            "status",
            "liveness",
            "lastSeen",
            "lastAction",
            "capabilities",
            "metadata");
    assertThat(agent.get("id").asString()).isEqualTo("reviewer");
    assertThat(agent.get("lastSeen").asString()).matches("20\\d\\d-.*T.*Z");
    assertThat(agent.get("lastAction").isNull()).isTrue();
    assertThat(agent.get("capabilities").toString()).isEqualTo("[\"review\"]");
    assertThat(agent.get("metadata").toString()).isEqualTo("{\"team\":\"red\"}");
    assertThat(agent.get("stale").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--capability test              | builder",
        "--capability nothing           | ''",
        "--status error                 | reviewer",
        "--status Active,error          | reviewer,builder",
        "--status active --capability review | ''",
      })
  void selects(String options, String expected) {
    two();
    tool.run("status", "reviewer", "ERROR", "-q");
    Ran ran = tool.run(("registry --json " + options).split(" +"));
    assertThat(String.join(",", ids(ran))).isEqualTo(expected);
    assertThat(ran.code()).isZero();
  }

  @Test
  void whoWasNotHeardOfForSoLongIsStale() {
    two();
    Tool later = tool.at(Instant.now().plusSeconds(3600));
    assertThat(later.run("registry", "--stale-after", "1h").out())
        .containsPattern("builder +ACTIVE +1h ago \\(stale\\)");
    assertThat(later.run("registry", "--stale-after", "2h").out()).doesNotContain("stale");
    JsonNode agents = later.run("registry", "--stale-after=1h", "--json").json().get("agents");
    assertThat(agents.get(0).get("stale").asBoolean()).isTrue();
  }

  @Test
  void plainIsOneRecordALine() {
    two();
    assertThat(tool.run("registry", "-o", "plain").lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line.split("\t")).hasSize(12))
        .first()
        .asString()
        .startsWith("builder\tACTIVE\tALIVE\t20");
  }

  @Test
  void anEmptyResultIsASentenceBesideTheData() {
    assertThat(tool.run("registry")).isEqualTo(new Ran(0, "", "no agents in " + directory + "\n"));
    two();
    assertThat(tool.run("registry", "--capability", "x").err()).startsWith("no such agents in ");
    assertThat(tool.run("registry", "--capability", "x", "-q").err()).isEmpty();
  }

  @Test
  void aStatusIsKeptWithItsAction_andAHeartbeatChangesNeither() {
    two();
    Ran said = tool.run("status", "builder", "inactive", "--action", "waits for money");
    assertThat(said.code()).isZero();
    assertThat(said.out()).endsWith("\nbuilder is INACTIVE: waits for money\n");
    Ran beat = tool.run("heartbeat", "builder");
    assertThat(beat).isEqualTo(new Ran(0, "Store: " + directory + "\nbuilder is there\n", ""));
    assertThat(tool.run("registry").out())
        .containsPattern("builder +INACTIVE .* waits for money\n");
    JsonNode answer = tool.run("heartbeat", "builder", "--json").json();
    assertThat(answer.propertyNames())
        .containsExactly("schemaVersion", "store", "action", "agentId", "agent");
    assertThat(answer.get("agent").get("status").asString()).isEqualTo("INACTIVE");
  }

  @Test
  void whoIsDeregisteredIsGoneAtOnce() {
    two();
    Ran ran = tool.run("deregister", "builder", "--json");
    assertThat(ran.code()).isZero();
    assertThat(ran.json().get("agent").isNull()).isTrue();
    assertThat(ids(tool.run("registry", "--json"))).containsExactly("reviewer");
    assertThat(tool.run("deregister", "builder").code()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"heartbeat bilder", "deregister bilder", "status bilder active"})
  void anUnknownAgentIsThree_andNearNamesAreNamed(String call) {
    two();
    Ran ran = tool.run(call.split(" "));
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .isEqualTo(
            "sync-diag: agent \"bilder\" is not registered in %s; did you mean \"builder\"?\n"
                .formatted(directory));
  }

  @Test
  void onlyRegisterCreatesAStore() {
    String nowhere = directory.resolve("nowhere").toString();
    for (String call : List.of("heartbeat a", "deregister a", "status a active", "registry")) {
      Ran named = tool.run(("--store " + nowhere + " " + call).split(" "));
      assertThat(named.code()).isEqualTo(4);
    }
    assertThat(Tool.in(Map.of("XDG_STATE_HOME", nowhere)).run("heartbeat", "a").code())
        .isEqualTo(3);
    assertThat(directory.resolve("nowhere")).doesNotExist();
  }

  @Test
  void quietIsForCron() {
    assertThat(tool.run("register", "a", "-q")).isEqualTo(new Ran(0, "", ""));
    assertThat(tool.run("heartbeat", "a", "-q")).isEqualTo(new Ran(0, "", ""));
    assertThat(tool.run("heartbeat", "b", "-q").code()).isEqualTo(3);
    assertThat(tool.run("heartbeat", "b", "-q").err()).isNotEmpty();
  }

  @Test
  void anAgentThatAProcessHoldsIsNotTakenAway() {
    try (Points points = new Points(directory)) {
      points.synchronizer().registry().registerAgent("builder", "", List.of());
      Ran ran = tool.run("register", "builder");
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err()).contains("builder", "pid " + ProcessHandle.current().pid());
      assertThat(tool.run("registry").out()).containsPattern("PROCESS\n.*pid \\d+ on ");
    }
  }

  @Test
  void whatCannotBeReadIsNamedAndTheRestIsPrinted() throws IOException {
    two();
    Files.createDirectories(directory.resolve("agents/broken.jsonl"));
    Ran ran = tool.run("registry");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.out()).contains("builder", "reviewer");
    assertThat(ran.err()).startsWith("sync-diag: " + directory).contains("broken.jsonl");
    assertThat(tool.run("registry", "--json").json().get("problems")).hasSize(1);
  }

  @Test
  void whatSomebodyElseWroteNeverDrivesATerminal() {
    tool.run("register", "a", "--role", "evil\u001b[2J", "-q");
    assertThat(tool.run("registry").out()).contains("evil\\u001b[2J").doesNotContain("\u001b");
    assertThat(tool.run("registry", "--json").out()).doesNotContain("\u001b");
  }

  @Test
  void aNarrowTerminalLeavesOutWhatCanBeDoneWithout() {
    tool.run("register", "a".repeat(30), "--role", "r".repeat(30), "--capability", "x,y,z", "-q");
    tool.run("status", "a".repeat(30), "active", "--action", "is at it", "-q");
    Tool narrow =
        Tool.in(Map.of("AGENT_SYNC_STORE", directory.toString(), "COLUMNS", "95")).onTerminal();
    String out = narrow.run("registry", "--color", "never").out();
    assertThat(out).contains("a".repeat(30), "rrr...").doesNotContain("r".repeat(20), "is at it");
    assertThat(out.lines()).allMatch(line -> line.length() <= 95 || line.startsWith("Store"));
  }
}
