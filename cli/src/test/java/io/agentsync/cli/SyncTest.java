package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Tool.Ran;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class SyncTest {

  @TempDir Path directory;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private Tool tool() {
    return Tool.on(directory.resolve("store"));
  }

  private Future<Ran> begin(String... args) {
    return threads.submit(() -> tool().run(args));
  }

  @Test
  void threeAgentsMeet() throws Exception {
    List<Future<Ran>> calls =
        List.of(
            begin("sync", "p", "--agent", "a", "--with", "b,c", "--json"),
            begin("sync", "p", "--agent", "b", "--with", "a,b,c", "--json"),
            begin("--json", "--sync", "p", "--agent", "c", "--with", "c,a", "--with", "b"));
    for (Future<Ran> call : calls) {
      Ran ran = call.get();
      assertThat(ran.err()).isEmpty();
      assertThat(ran.code()).isZero();
      JsonNode answer = ran.json();
      assertThat(answer.propertyNames())
          .containsExactly(
              "schemaVersion",
              "store",
              "syncId",
              "agent",
              "success",
              "outcome",
              "generation",
              "late",
              "arrived",
              "missing",
              "excused",
              "payloads",
              "reason",
              "waitedSeconds",
              "run",
              "actor");
      assertThat(answer.get("success").asBoolean()).isTrue();
      assertThat(answer.get("outcome").asString()).isEqualTo("COMPLETED");
      assertThat(answer.get("generation").asLong()).isEqualTo(1);
      assertThat(answer.get("arrived").toString()).isEqualTo("[\"a\",\"b\",\"c\"]");
      assertThat(answer.get("missing").toString()).isEqualTo("[]");
      assertThat(answer.get("payloads").toString()).isEqualTo("{}");
      assertThat(answer.get("reason").isNull()).isTrue();
    }
  }

  @Test
  void aloneOneTimesOutAndSaysWhoWasMissing() {
    Ran ran = tool().run("sync", "p", "--agent", "a", "--with", "b", "--timeout", "50ms");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("TIMED_OUT", "Missing: b", "Store: ");
    assertThat(ran.err()).matches("sync-diag: p timed out after \\d+m?s: b did not come\n");
    Ran quiet = tool().run("sync", "q", "--agent", "a", "--with", "b", "--timeout", "50ms", "-q");
    assertThat(quiet.out()).isEmpty();
    assertThat(quiet.err()).contains("b did not come");
  }

  @Test
  void withoutOthersItJoinsAsDeclared() throws Exception {
    try (Points points = new Points(directory.resolve("store"))) {
      points.ready("p");
      Future<Ran> a = begin("sync", "p", "--agent", "a");
      points.awaitArrival("p", "a");
      Ran b = tool().run("sync", "p", "--agent", "b", "-o", "plain");
      assertThat(b.out()).startsWith("p\tb\ttrue\tCOMPLETED\t1\tfalse\ta,b\t-\t-\t");
      assertThat(a.get().code()).isZero();
      assertThat(a.get().out()).contains("p  generation 1  ✓ COMPLETED", "Arrived: a, b");
    }
  }

  @Test
  void joiningWhatIsNotThereIsThree() {
    try (Points points = new Points(directory.resolve("store"))) {
      points.ready("phase1");
      Ran ran = tool().run("sync", "phase2", "--agent", "a");
      assertThat(ran.code()).isEqualTo(3);
      assertThat(ran.err()).contains("did you mean \"phase1\"?");
    }
  }

  @Test
  void anotherSetOfAgentsIsAMismatch() {
    try (Points points = new Points(directory.resolve("store"))) {
      points.waiting("p");
      Ran ran = tool().run("sync", "p", "--agent", "b", "--with", "c", "--json");
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.json().get("outcome").asString()).isEqualTo("MISMATCH");
      assertThat(ran.err()).startsWith("sync-diag: p ended with MISMATCH");
    }
  }

  @Test
  void forcedIsSuccess() throws Exception {
    try (Points points = new Points(directory.resolve("store"))) {
      Future<Ran> a = begin("sync", "p", "--agent", "a", "--with", "b", "--json");
      points.awaitArrival("p", "a");
      points.synchronizer().forceCompleteSync("p", "enough");
      assertThat(a.get().code()).isZero();
      assertThat(a.get().json().get("outcome").asString()).isEqualTo("FORCED");
      assertThat(a.get().json().get("missing").toString()).isEqualTo("[\"b\"]");
      assertThat(a.get().json().get("reason").asString()).isEqualTo("enough");
      assertThat(a.get().json().get("actor").asString()).isEqualTo(System.getProperty("user.name"));
    }
  }

  @Test
  void sp16_whoForcedItAndWhyIsToldToThoseWhoGoOn() throws Exception {
    try (Points points = new Points(directory.resolve("store"))) {
      Future<Ran> a = begin("sync", "p", "--agent", "a", "--with", "b");
      points.awaitArrival("p", "a");
      points.synchronizer().forceCompleteSync("p", "enough");
      assertThat(a.get().lines())
          .contains("By: " + System.getProperty("user.name"), "Reason: enough");
    }
  }

  @Test
  void sp13_whoIsProvenGoneIsNotWaitedForLongerThanTheGrace() throws Exception {
    try (Points points = new Points(directory.resolve("store"))) {
      points.synchronizer().registry().registerAgent("b", "worker", Set.of());
      Future<Ran> soon = begin("sync", "p", "--agent", "a", "--with", "b", "--loss-grace", "0s");
      Future<Ran> never =
          begin(
              "sync", "q", "--agent", "a", "--with", "b", "--loss-grace", "OFF", "--timeout", "3s");
      points.awaitArrival("p", "a");
      points.awaitArrival("q", "a");
      points.synchronizer().registry().deregisterAgent("b");

      assertThat(soon.get().code()).isEqualTo(1);
      assertThat(soon.get().err()).contains("AGENT_LOST: b is lost: was deregistered");
      assertThat(never.get().code()).isEqualTo(1);
      assertThat(never.get().err()).contains("timed out after");
    }
  }

  @Test
  void whoWatchesIsToldForWhomItWaits() throws Exception {
    Tool terminal = tool().onTerminal();
    Ran ran = terminal.run("sync", "p", "--agent", "a", "--with", "b,c", "--timeout", "1500ms");
    assertThat(ran.err()).containsOnlyOnce("waiting at p for b, c\n");
    Ran quiet =
        terminal.run("sync", "q", "--agent", "a", "--with", "b", "--timeout", "1500ms", "-q");
    assertThat(quiet.err()).doesNotContain("waiting");
  }

  @Test
  void whatOneBringsTheOthersAreGiven() throws Exception {
    Future<Ran> a =
        begin(
            "sync", "p", "--agent", "a", "--with", "b", "--payload", "{\"files\":[1,\"\\u001b\"]}");
    Ran b = tool().run("sync", "p", "--agent", "b", "--with", "a", "--json");
    assertThat(b.json().get("payloads").toString())
        .isEqualTo("{\"a\":{\"files\":[1,\"\\u001B\"]}}");
    assertThat(a.get().out()).contains("\na brought: {\"files\":[1,").doesNotContain("\u001b");
  }

  @Test
  void sp08_aQuorumIsEnough_andAFailureEndsIt() {
    Ran enough = tool().run("sync", "p", "--agent", "a", "--with", "b,c", "--quorum", "1");
    assertThat(enough.code()).isZero();
    Ran failed = tool().run("sync", "q", "--agent", "a", "--with", "b,c", "--status", "failed");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.out()).contains("ABORTED");
  }

  @Test
  void sp04_whoReplaysARunPassesWhatItHasHad() {
    String[] call = {"--run", "nightly", "sync", "p", "--agent", "a", "--with", "a"};
    assertThat(tool().run(call).out()).contains("p  run nightly  generation 1");
    assertThat(tool().run(call).out()).contains("p  run nightly  generation 1");
    Ran second = tool().run(Tool.plus(call, "--round", "2", "--json"));
    assertThat(second.json().get("generation").asLong()).isEqualTo(2);
    assertThat(second.json().get("run").asString()).isEqualTo("nightly");
  }
}
