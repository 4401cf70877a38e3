package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Tool.Ran;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CleanupTest {

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

  private List<String> left() {
    return tool.run("list", "-o", "plain", "--sort", "id")
        .out()
        .lines()
        .map(line -> line.substring(0, line.indexOf('\t')))
        .toList();
  }

  private static List<String> removed(Ran ran) {
    return ran.json()
        .get("removed")
        .valueStream()
        .filter(item -> item.get("kind").asString().equals("syncPoint"))
        .map(item -> item.get("id").asString())
        .toList();
  }

  @Test
  void removesWhatWasCompleted() {
    points.completed("c").timedOut("e").ready("r").waiting("s");
    Ran ran = tool.run("cleanup");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .startsWith("Store: " + directory + "\n")
        .containsPattern("removed +syncPoint +c +generation 1 ended COMPLETED");
    assertThat(ran.lastLine()).startsWith("removed 1 sync point");
    assertThat(left()).containsExactly("e", "r", "s");
  }

  @Test
  void stateChoosesWhatElse() {
    points.completed("c").timedOut("e");
    assertThat(removed(tool.run("cleanup", "--state", "error", "--json"))).containsExactly("e");
    assertThat(left()).containsExactly("c");
    points.timedOut("e");
    assertThat(removed(tool.run("cleanup", "--state", "completed,error", "--json")))
        .containsExactly("c", "e");
    assertThat(left()).isEmpty();
  }

  @Test
  void whatIsYoungStays() {
    points.completed("c");
    assertThat(removed(tool.run("cleanup", "--older-than", "1h", "--json"))).isEmpty();
    assertThat(left()).containsExactly("c");
    assertThat(removed(tool.run("cleanup", "--older-than", "0s", "--json"))).containsExactly("c");
  }

  @Test
  void aDryRunListsTheSameAndChangesNothing() throws IOException {
    points.completed("c").completed("d").timedOut("e");
    String before = snapshot();
    Ran plan = tool.run("cleanup", "--dry-run", "--json");
    assertThat(snapshot()).isEqualTo(before);
    assertThat(plan.json().get("dryRun").asBoolean()).isTrue();
    assertThat(tool.run("cleanup", "--dry-run").lastLine()).isEqualTo("would remove 2 sync points");
    assertThat(removed(plan)).isEqualTo(removed(tool.run("cleanup", "--json")));
  }

  @Test
  void jsonHasAllFieldsInOrder() {
    points.completed("c");
    JsonNode answer = tool.run("cleanup", "--json").json();
    assertThat(answer.propertyNames())
        .containsExactly("schemaVersion", "store", "dryRun", "removed", "skipped", "problems");
    assertThat(answer.get("removed").get(0).propertyNames())
        .containsExactly("kind", "id", "reason");
  }

  @Test
  void plainIsOneItemALine() {
    points.completed("c");
    assertThat(tool.run("cleanup", "--dry-run", "-o", "plain").out())
        .isEqualTo("would remove\tsyncPoint\tc\tgeneration 1 ended COMPLETED\n");
  }

  @Test
  void cronHearsNothing() {
    points.completed("c");
    assertThat(tool.run("--cleanup", "-q")).isEqualTo(new Ran(0, "", ""));
    assertThat(left()).isEmpty();
    assertThat(tool.run("--cleanup", "-q")).isEqualTo(new Ran(0, "", ""));
  }

  @Test
  void whatCannotBeReadStaysAndIsNamed() throws IOException {
    points.completed("c").unreadable("broken");
    Ran ran = tool.run("cleanup", "-q");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.err()).contains("broken.jsonl");
    assertThat(directory.resolve("syncpoints/broken.jsonl")).exists();
    assertThat(left()).isEmpty();
  }

  @Test
  void aDirectoryThatIsNoStoreStaysAsItIs() throws IOException {
    Files.writeString(directory.resolve("precious"), "text");
    Ran ran = tool.run("cleanup");
    assertThat(ran).isEqualTo(new Ran(0, "Store: " + directory + "\nremoved 0 sync points\n", ""));
    assertThat(directory.toFile().list()).containsExactly("precious");
  }

  @Test
  void aPlaceThatIsNotThereIsFourAndStaysSo() {
    Path nowhere = directory.resolve("nowhere");
    Ran ran = tool.run("cleanup", "--store", nowhere.toString());
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.err()).contains("there is no store at " + nowhere);
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void oneAtATime() throws IOException {
    points.completed("c");
    tool.run("cleanup", "--state", "error");
    try (FileChannel channel =
            FileChannel.open(directory.resolve("locks/cleanup.lock"), StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      Ran ran = tool.run("cleanup");
      assertThat(ran.code()).isEqualTo(5);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err()).startsWith("sync-diag: ").contains("cleanup.lock");
    }
    assertThat(left()).containsExactly("c");
  }

  private String snapshot() throws IOException {
    try (Stream<Path> all = Files.walk(directory.resolve("syncpoints"))) {
      StringBuilder text = new StringBuilder();
      for (Path path : all.sorted().toList()) {
        text.append(path).append(' ').append(Files.getLastModifiedTime(path)).append('\n');
      }
      return text.toString();
    }
  }

  @Test
  void staleAgentsGoOnRequestOnly() {
    tool.run("register", "quiet", "-q");
    assertThat(tool.run("cleanup").out()).doesNotContain("quiet");
    assertThat(tool.run("cleanup", "--stale-agents").out()).doesNotContain("quiet");
    Ran plan = tool.run("cleanup", "--stale-agents=0s", "--dry-run");
    assertThat(plan.out()).containsPattern("would remove +agent +quiet ");
    assertThat(plan.lastLine()).isEqualTo("would remove 0 sync points, 1 agent");
    Ran ran = tool.run("cleanup", "--stale-agents=0s", "--json");
    assertThat(ran.code()).isZero();
    assertThat(ran.json().get("removed").valueStream())
        .filteredOn(item -> item.get("kind").asString().equals("agent"))
        .singleElement()
        .satisfies(item -> assertThat(item.get("id").asString()).isEqualTo("quiet"));
    assertThat(tool.run("registry").err()).startsWith("no agents in ");
  }
}
