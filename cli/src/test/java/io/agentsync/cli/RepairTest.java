package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Tool.Ran;
import io.agentsync.model.SyncOptions;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RepairTest {

  private static final String USER = System.getProperty("user.name");

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

  private CompletableFuture<SyncResult> arrive(
      String id, SyncOptions options, String agent, String... others) {
    CompletableFuture<SyncResult> future =
        points.synchronizer().joinOrCreateSyncPoint(id, agent, Set.of(others), options);
    points.awaitArrival(id, agent);
    return future;
  }

  private Instant deadline(String id) {
    return points.synchronizer().getSyncStatus(id).deadline().orElseThrow();
  }

  /** What is on the disk, but for what lives: the notes of sessions. */
  private Map<Path, String> files() throws IOException {
    Map<Path, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        boolean journal = file.toString().endsWith(".jsonl");
        files.put(file, journal ? Files.readString(file) : "");
      }
    }
    return files;
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
        .startsWith(
            ("{\"schemaVersion\":1,\"store\":\"%s\",\"syncId\":\"p\",\"action\":\"force\",\"done\":true,"
                    + "\"generation\":1,\"outcome\":\"FORCED\",\"reason\":\"why\",\"dryRun\":false,"
                    + "\"goOnWithout\":[\"b\"],\"run\":null,\"effective\":true,\"ended\":true,\"actor\":\"%s\",\"agent\":null,"
                    + "\"before\":{\"id\":\"p\",")
                .formatted(directory, USER));
    assertThat(answer.propertyNames()).endsWith("before", "after");
    assertThat(answer.get("before").get("state").asString()).isEqualTo("SYNCING");
    assertThat(answer.get("after").get("actor").asString()).isEqualTo(USER);
  }

  @Test
  void plainIsOneLine() {
    points.waiting("p");
    assertThat(tool.run("abort", "p", "-o", "plain").out())
        .isEqualTo("p\tabort\ttrue\t1\tABORTED\t-\tfalse\tb\ttrue\tABORTED\t-\t%s\t-\n", USER);
  }

  @Test
  void sp08_excuseLetsTheOthersGoOn() {
    CompletableFuture<SyncResult> waiter = waiter();
    Ran ran = tool.run("excuse", "p", "b", "--reason", "b is ill");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.lines())
        .containsExactly(
            "Store: " + directory,
            "excused b, which completes generation 1 of p: a goes on without b");
    assertThat(waiter.join().outcome()).isEqualTo(SyncOutcome.COMPLETED);
    assertThat(waiter.join().excused()).containsExactly("b");
    assertThat(waiter.join().actor()).contains(USER);
    assertThat(waiter.join().reason())
        .contains("without b, excused by %s: b is ill".formatted(USER));
  }

  @Test
  void sp08_anExcuseAmongSeveralNamesWhoIsStillAwaited() {
    CompletableFuture<SyncResult> waiter = arrive("p", SyncOptions.none(), "a", "b", "c");
    assertThat(tool.run("excuse", "p", "b", "--dry-run").lastLine())
        .isEqualTo("would excuse b from generation 1 of p: a would wait on for c");
    assertThat(tool.run("excuse", "p", "b").lastLine())
        .isEqualTo("excused b from generation 1 of p: a waits on for c");
    JsonNode again = tool.run("excuse", "p", "c", "--dry-run", "--json").json();
    assertThat(again.get("agent").asString()).isEqualTo("c");
    assertThat(again.get("goOnWithout").toString()).isEqualTo("[\"b\",\"c\"]");
    assertThat(again.get("after").get("outcome").asString()).isEqualTo("COMPLETED");
    assertThat(again.get("outcome").isNull()).isTrue();
    assertThat(waiter.isDone()).isFalse();
  }

  @Test
  void sp08_anExcuseNeverLowersAQuorum_andSaysSo() {
    SyncOptions two = SyncOptions.builder().quorum(2).build();
    CompletableFuture<SyncResult> waiter = arrive("p", two, "a", "b", "c");
    assertThat(tool.run("excuse", "p", "b").lastLine())
        .isEqualTo("excused b from generation 1 of p: a waits on for c; it needs 2 with OK");
    String end =
        "end%s generation 1 of p as ABORTED, since 2 with OK can no longer be reached: a %s told that it failed";
    Ran dry = tool.run("excuse", "p", "c", "--dry-run");
    assertThat(dry.code()).isZero();
    assertThat(dry.lastLine())
        .isEqualTo("would excuse c, which would " + end.formatted("", "would be"));
    assertThat(waiter.isDone()).isFalse();
    assertThat(tool.run("excuse", "p", "c").lastLine())
        .isEqualTo("excused c, which " + end.formatted("s", "is"));
    assertThat(waiter.join().outcome()).isEqualTo(SyncOutcome.ABORTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "excuse p a | 1 | a has already arrived in generation 1 of p; nothing ",
        "excuse p b | 1 | b is already excused from generation 1 of p; nothing ",
        "excuse p cc | 3 | Generation 1 of \"p\" does not require \"cc\" but a, b, c; did you mean \"c\"?",
        "excuse q b | 3 | sync point \"q\"",
        "extend q 1m | 3 | sync point \"q\"",
      })
  void whoCannotBeExcusedIsNamed_alsoWithoutTrying(String call, int code, String says) {
    CompletableFuture<SyncResult> waiter = arrive("p", SyncOptions.none(), "a", "b", "c");
    points.synchronizer().excuseAgent("p", "b", "ill");
    for (String[] args : List.of(call.split(" "), Tool.plus(call.split(" "), "--dry-run"))) {
      Ran ran = tool.run(args);
      assertThat(ran.code()).isEqualTo(code);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err().lines()).hasSize(1);
      assertThat(ran.err()).contains(says);
    }
    assertThat(waiter.isDone()).isFalse();
  }

  @Test
  void sp08_excusesAloneEndNothing() {
    points.ready("p");
    assertThat(tool.run("excuse", "p", "a").lastLine())
        .isEqualTo("excused a from generation 1 of p: nobody has come yet, it waits for b");
    assertThat(tool.run("excuse", "p", "b").lastLine())
        .isEqualTo(
            "excused b from generation 1 of p: nobody has come, and nobody is awaited any more; force ends it");
    assertThat(tool.run("force", "p").lastLine())
        .isEqualTo("ended generation 1 of p as FORCED: nobody waits there, a, b had not come");
  }

  @Test
  void sp10_extendMovesTheDeadline() {
    points.waiting("p");
    Instant old = points.synchronizer().getSyncStatus("p").deadline().orElseThrow();
    Tool clock = tool.at(old.minusSeconds(20));
    String later = old.plusSeconds(300).truncatedTo(ChronoUnit.SECONDS).toString();
    String before = old.truncatedTo(ChronoUnit.SECONDS).toString();

    assertThat(clock.run("extend", "p", "5m", "--dry-run").lastLine())
        .isEqualTo(
            "would give generation 1 of p 5m more: its deadline would be %s, in 5m20s; it is %s, in 20s",
            later, before);
    assertThat(deadline("p")).isEqualTo(old);
    Ran ran = clock.run("extend", "p", "5m", "--reason", "a long build");
    assertThat(ran.lastLine())
        .isEqualTo(
            "gave generation 1 of p 5m more: its deadline is %s, in 5m20s; it was %s, in 20s",
            later, before);
    assertThat(deadline("p")).isEqualTo(old.plusSeconds(300));
    JsonNode answer = tool.run("extend", "p", "1h", "--json").json();
    assertThat(answer.get("action").asString()).isEqualTo("extend");
    assertThat(answer.get("goOnWithout").toString()).isEqualTo("[]");
    assertThat(answer.get("before").get("deadline").asString())
        .isEqualTo(old.plusSeconds(300).truncatedTo(ChronoUnit.MILLIS).toString());
    assertThat(answer.get("after").get("deadline").asString())
        .isEqualTo(old.plusSeconds(3900).truncatedTo(ChronoUnit.MILLIS).toString());
  }

  @Test
  void sp10_whatIsOverdueIsExtendedFromNowOn_andNothingElseCanBeDoneToIt() throws IOException {
    points.overdue("p");
    for (String call : List.of("force p", "abort p", "excuse p b")) {
      Ran ran = tool.run(Tool.plus(call.split(" "), "--dry-run"));
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.err())
          .matches(
              "sync-diag: generation 1 of p is overdue by .+, so %s would only end it as timed out; extend it first\n"
                  .formatted(call.substring(0, call.indexOf(' '))));
    }
    Ran extended = tool.run("extend", "p", "5m");
    assertThat(extended.code()).isZero();
    assertThat(extended.lastLine())
        .startsWith("gave generation 1 of p 5m more: its deadline is ")
        .contains("overdue by ");
    assertThat(tool.run("force", "p").code()).isZero();
  }

  @Test
  void sp12_whoRepairsEndsWhatIsOverdue() throws IOException {
    points.overdue("p");
    Ran ran = tool.run("abort", "p");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err())
        .isEqualTo(
            "sync-diag: generation 1 of p was overdue and has ended as timed out; there is nothing left to abort\n");
    assertThat(points.synchronizer().getSyncStatus("p").outcome()).contains(SyncOutcome.TIMED_OUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"extend p 5m", "extend p 5m --dry-run"})
  void sp10_whereNoDeadlineRunsNoneIsExtended(String call) {
    points.ready("p");
    Ran ran = tool.run(call.split(" "));
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .startsWith("sync-diag: no deadline runs at generation 1 of p before somebody arrives; ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"force p", "abort p", "excuse p b", "extend p 5m"})
  void sp16_aDryRunChangesNothing_andExitsAsTheRealOne(String call) throws IOException {
    points.waiting("p");
    Map<Path, String> before = files();
    Ran ran = tool.run(Tool.plus(call.split(" "), "--dry-run"));
    assertThat(ran.lastLine()).startsWith("would ").contains("generation 1 of p");
    JsonNode answer = tool.run(Tool.plus(call.split(" "), "--dry-run", "--json")).json();
    assertThat(answer.get("done").asBoolean()).isFalse();
    assertThat(answer.get("effective").asBoolean()).isTrue();
    assertThat(answer.get("dryRun").asBoolean()).isTrue();
    assertThat(answer.get("outcome").isNull()).isTrue();
    assertThat(files()).isEqualTo(before);
    assertThat(tool.run(call.split(" ")).code()).isEqualTo(ran.code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "force p --reason r  | forced-through    | was forced by %s",
        "abort p --reason r  | ended-badly       | was aborted by %s: r",
        "excuse p b --reason r | excused-agents  | b was excused by %s",
        "extend p 5m --reason r | extended-deadline | was given more time: 5 min 0 s by %s",
      })
  void sp16_whoAndWhyAreShown(String call, String code, String message) {
    points.waiting("p");
    tool.run(call.split(" "));
    String mode = call.substring(0, call.indexOf(' '));

    Ran diagnosis = tool.run("diagnose", "p");
    assertThat(diagnosis.out()).contains("[" + code + "]", message.formatted(USER)).contains("r\n");
    assertThat(tool.run("explain", "p", "-o", "plain").lines())
        .anyMatch(
            line ->
                line.contains("\t%s\t%s\ttrue\t".formatted(mode, USER)) && line.endsWith(": r"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "force p",
        "abort p",
        "excuse p b",
        "extend p 5m",
        "force p --dry-run",
        "abort p --dry-run",
        "excuse p b --dry-run",
        "extend p 5m --dry-run"
      })
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
    assertThat(tool.run(mode, "phsae", "--dry-run")).isEqualTo(ran);
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
