package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Tool.Ran;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RepairTest {

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

  private CompletableFuture<SyncResult> waiter() {
    CompletableFuture<SyncResult> future =
        points.synchronizer().joinOrCreateSyncPoint("p", "a", Points.AB);
    points.awaitArrival("p", "a");
    return future;
  }

  @Test
  void forceLetsTheWaitersGoOn() {
    CompletableFuture<SyncResult> waiter = waiter();
    Ran ran = tool.run("force", "p", "--reason", "b is ill");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.lines())
        .containsExactly(
            "Store: " + directory, "ended generation 1 of p as FORCED: a goes on without b");
    assertThat(waiter.join().outcome()).isEqualTo(SyncOutcome.FORCED);
    assertThat(waiter.join().reason()).contains("b is ill");
  }

  @Test
  void abortTellsTheWaitersThatItFailed() {
    CompletableFuture<SyncResult> waiter = waiter();
    Ran ran = tool.run("abort", "p", "--reason", "wrong input");
    assertThat(ran.code()).isZero();
    assertThat(ran.lastLine())
        .isEqualTo("ended generation 1 of p as ABORTED: a is told that it failed, b had not come");
    assertThat(waiter.join().outcome()).isEqualTo(SyncOutcome.ABORTED);
    assertThat(waiter.join().reason()).contains("wrong input");
  }

  @ParameterizedTest
  @ValueSource(strings = {"force", "abort"})
  void whoAndWhyAreRecorded(String mode) {
    points.waiting("p");
    tool.run(mode, "p", "--reason", "b is ill", "-q");
    JsonNode story = tool.run("explain", "p", "--json").json().get("story");
    assertThat(story.valueStream())
        .filteredOn(event -> event.get("what").asString().equals(mode))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.get("who").asString()).isEqualTo(System.getProperty("user.name"));
              assertThat(event.get("meaning").asString()).contains("b is ill");
            });
  }

  @Test
  void jsonHasAllFieldsInOrder() {
    points.waiting("p");
    JsonNode answer = tool.run("force", "p", "--reason", "why", "--json").json();
    assertThat(answer.toString())
        .isEqualTo(
            ("{\"schemaVersion\":1,\"store\":\"%s\",\"syncId\":\"p\",\"action\":\"force\",\"done\":true,"
                    + "\"generation\":1,\"outcome\":\"FORCED\",\"reason\":\"why\",\"dryRun\":false,"
                    + "\"goOnWithout\":[\"b\"],\"run\":null}")
                .formatted(directory));
  }

  @Test
  void plainIsOneLine() {
    points.waiting("p");
    assertThat(tool.run("abort", "p", "-o", "plain").out())
        .isEqualTo("p\tabort\ttrue\t1\tABORTED\tno reason given\tfalse\tb\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"force", "abort"})
  void aDryRunChangesNothing(String mode) {
    points.waiting("p");
    String before = tool.run("list", "-o", "plain").out();
    Ran ran = tool.run(mode, "p", "--dry-run");
    assertThat(ran.code()).isZero();
    assertThat(ran.lastLine()).startsWith("would end generation 1 of p as ").contains("a", "b");
    assertThat(tool.run("list", "-o", "plain").out()).isEqualTo(before);
    JsonNode answer = tool.run(mode, "p", "--dry-run", "--json").json();
    assertThat(answer.get("done").asBoolean()).isFalse();
    assertThat(answer.get("dryRun").asBoolean()).isTrue();
    assertThat(answer.get("outcome").isNull()).isTrue();
    assertThat(answer.get("goOnWithout").toString()).isEqualTo("[\"b\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"force p", "abort p", "force p --dry-run", "abort p --dry-run"})
  void whatHasEndedStaysAndSaysHow(String call) {
    points.timedOut("p");
    Ran ran = tool.run(call.split(" "));
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("generation 1 of p had already ended: timed out");
    Ran json = tool.run(Tool.plus(call.split(" "), "--json"));
    assertThat(json.code()).isEqualTo(1);
    assertThat(json.json().get("done").asBoolean()).isFalse();
    assertThat(json.json().get("outcome").asString()).isEqualTo("TIMED_OUT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"force", "abort"})
  void anUnknownPointIsThree(String mode) {
    points.ready("phase");
    Ran ran = tool.run(mode, "phsae");
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).contains("did you mean \"phase\"?");
  }

  @Test
  void quietSaysNothingOnSuccess() {
    points.waiting("p");
    assertThat(tool.run("force", "p", "-q")).isEqualTo(new Ran(0, "", ""));
  }

  @Test
  void aStrangersReasonCannotDriveTheTerminal() {
    points.aborted("p", "\u001b[31mred\u202e\u0007");
    for (String call :
        new String[] {"diagnose p", "diagnose p -o plain", "force p", "list -o plain"}) {
      Ran ran = tool.run(call.split(" "));
      assertThat(ran.out() + ran.err())
          .contains("\\u001b[31mred\\u202e\\u0007")
          .doesNotContain("\u001b", "\u202e", "\u0007");
    }
    Ran json = tool.run("list", "--json");
    assertThat(json.out()).doesNotContain("\u001b", "\u202e", "\u0007");
    assertThat(json.json().get("syncPoints").get(0).get("reason").asString())
        .isEqualTo("\u001b[31mred\u202e\u0007");
  }
}
