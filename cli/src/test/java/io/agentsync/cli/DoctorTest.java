package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Tool.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

  @TempDir Path directory;

  @Test
  void aStoreThatIsFit() {
    try (Points points = new Points(directory)) {
      points.completed("p");
      Ran ran = Tool.on(directory).run("doctor");
      assertThat(ran.code()).isZero();
      assertThat(ran.err()).isEmpty();
      assertThat(ran.lines().get(0)).isEqualTo("Store: " + directory);
      assertThat(ran.lines().get(2)).matches("CHECK +RESULT +FOUND");
      assertThat(ran.lastLine()).startsWith("FIT");
      Ran json = Tool.on(directory).run("--doctor", "--json");
      assertThat(json.json().get("fit").asBoolean()).isTrue();
      assertThat(json.json().get("checks")).hasSize(13);
      assertThat(Tool.on(directory).run("doctor", "-o", "plain").lines()).hasSize(13);
      assertThat(Tool.on(directory).run("doctor", "-q").out()).isEmpty();
    }
  }

  @Test
  void aStoreWithProblems() throws IOException {
    try (Points points = new Points(directory)) {
      points.damaged("p").unreadable("broken");
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
      Ran ran = Tool.on(directory).run("doctor", "-q");
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.out())
          .contains("everybody may write to " + directory)
          .contains("Remedy for permissions: chmod o-w " + directory)
          .contains("jsonl", ", and 1 more");
      assertThat(ran.lastLine()).startsWith("UNFIT: 2 problems");
    }
  }

  @Test
  void warningsAreForWhoIsStrict() throws IOException {
    try (Points points = new Points(directory)) {
      points.completed("p");
    }
    Path session = directory.resolve("sessions").resolve("dead.properties");
    Files.writeString(session, "");
    Files.writeString(directory.resolve("sessions").resolve("dead.lock"), "");
    Ran ran = Tool.on(directory).run("doctor");
    assertThat(ran.out()).contains("1 dead", "Remedy for sessions: sync-diag cleanup");
    assertThat(ran.code()).isZero();
    assertThat(Tool.on(directory).run("doctor", "--strict").code()).isEqualTo(1);
  }

  @Test
  void whatIsNoStoreYetIsLeftAlone() throws IOException {
    Ran ran = Tool.on(directory).run("doctor");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("no store yet");
    assertThat(directory).isEmptyDirectory();
    Path home = directory.resolve("state");
    Ran none = Tool.in(Map.of("XDG_STATE_HOME", home.toString())).run("doctor");
    assertThat(none.code()).isZero();
    assertThat(none.out()).contains("there is no directory yet");
    assertThat(home).doesNotExist();
  }

  @Test
  void whatCannotBeReadAtAllIsFour() throws IOException {
    Files.createDirectory(directory.resolve("settings"));
    Files.writeString(
        directory.resolve("settings").resolve("store.properties"), "format=9\ndurability=power\n");
    Ran newer = Tool.on(directory).run("doctor");
    assertThat(newer.code()).isEqualTo(4);
    assertThat(newer.err()).contains("store.properties", "format 9");
    assertThat(Tool.on(directory.resolve("nowhere")).run("doctor").code()).isEqualTo(4);
  }
}
