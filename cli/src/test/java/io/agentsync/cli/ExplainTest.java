package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Tool.Ran;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {

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
  void theStoryOfAMeeting() {
    points.completed("p");
    Ran ran = tool.run("explain", "p");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.lines().get(0)).isEqualTo("Store: " + directory);
    assertThat(ran.lines().get(2)).startsWith("GEN  TIME").endsWith("WHO  MEANING");
    assertThat(ran.out()).contains("+0s", "opens it and arrives, 1 of 2", "COMPLETED: a, b are");
    assertThat(ran.lastLine()).isEqualTo("p: the newest generation ended COMPLETED");
    assertThat(tool.run("--explain", "p")).isEqualTo(ran);
    assertThat(tool.run("--explain=p")).isEqualTo(ran);
  }

  @Test
  void aFailureIsOne() {
    points.timedOut("p");
    Ran ran = tool.run("explain", "p");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("says that the deadline has passed", "b is missing");
  }

  @Test
  void whatHasBeenCleanedUpAnswersFromHistory() {
    points.completed("p");
    points.synchronizer().cleanupSyncPoint("p");
    Ran ran = tool.run("explain", "p");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("cleans the sync point up");
    Ran diagnosis = tool.run("diagnose", "p");
    assertThat(diagnosis.code()).isZero();
    assertThat(diagnosis.out()).contains("[cleaned-up]");
    assertThat(tool.run("list").out()).doesNotContain("p  ");
  }

  @Test
  void aFailureThatHasBeenCleanedUpIsOne() {
    points.timedOut("p");
    points.synchronizer().cleanupSyncPoint("p");
    assertThat(tool.run("explain", "p").code()).isEqualTo(1);
    assertThat(tool.run("diagnose", "p").code()).isEqualTo(1);
    assertThat(tool.run("explain", "never-seen").code()).isEqualTo(3);
    assertThat(tool.run("diagnose", "never-seen").code()).isEqualTo(3);
  }

  @Test
  void whatWasNeverSeenIsThree() {
    points.completed("pq");
    Ran ran = tool.run("explain", "qp");
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("no sync point \"qp\"", "did you mean \"pq\"?");
  }

  @Test
  void damageIsOneAndNothingButDamageIsFour() throws IOException {
    points.damaged("dented").ruined("ruined").unreadable("broken");
    Ran dented = tool.run("explain", "dented");
    assertThat(dented.code()).isEqualTo(1);
    assertThat(dented.err()).contains("dented.jsonl");
    assertThat(dented.out()).contains("the record at byte", "1 record damaged");
    assertThat(tool.run("explain", "ruined").code()).isEqualTo(4);
    Ran broken = tool.run("explain", "broken");
    assertThat(broken.code()).isEqualTo(4);
    assertThat(broken.out()).contains("broken.jsonl: is not a regular file; move it away");
  }

  @Test
  void forPrograms() {
    points.completed("p");
    Ran json = tool.run("explain", "p", "--json");
    assertThat(json.json().propertyNames())
        .containsExactly("schemaVersion", "store", "syncId", "outcome", "story", "problems", "run");
    assertThat(json.json().get("story").get(1).propertyNames())
        .containsExactly("generation", "at", "offsetSeconds", "what", "who", "counts", "meaning");
    Ran lines = tool.run("explain", "p", "-o", "jsonl");
    assertThat(lines.lines()).hasSize(json.json().get("story").size());
    assertThat(lines.lines())
        .allMatch(
            line -> line.startsWith("{\"schemaVersion\":1,\"kind\":\"event\",\"syncId\":\"p\""));
    Ran plain = tool.run("explain", "p", "-o", "plain");
    assertThat(plain.lines()).hasSameSizeAs(lines.lines());
    assertThat(plain.lines()).allMatch(line -> line.split("\t").length == 8);
  }
}
