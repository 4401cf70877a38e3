package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Tool.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live view as a process among others, in a pipe. */
class MonitorProcessesTest {

  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path directory;

  @BeforeEach
  void someoneHasMet() {
    try (Points points = new Points(store())) {
      points.completed("done").timedOut("late");
    }
  }

  private Path store() {
    return directory.resolve("store");
  }

  /** Runs a line of shell in which SYNC_DIAG is the tool. */
  private Ran shell(String line) throws IOException, InterruptedException {
    String tool =
        Tool.command(store()).stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", line.replace("SYNC_DIAG", tool))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(line).isTrue();
      return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aReaderThatHasSeenEnoughEndsItQuietly() throws Exception {
    Ran ran = shell("SYNC_DIAG --monitor --interval 200ms | head -2; echo code=${PIPESTATUS[0]}");
    assertThat(ran.lines()).hasSize(3);
    assertThat(ran.lines().get(1)).endsWith("done #1  COMPLETED (2/2)");
    assertThat(ran.lines().get(2)).isEqualTo("code=0");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void countAndDurationEndIt() throws Exception {
    Ran ran =
        shell(
            "SYNC_DIAG monitor --count 2 --interval 100ms -o jsonl && SYNC_DIAG monitor --monitor-duration 1 -q");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.lines()).hasSize(7);
  }

  @Test
  void aSignalEndsIt() throws Exception {
    Ran ran =
        shell(
            "exec 3< <(SYNC_DIAG monitor --interval 100ms & echo $!; wait $!; echo code=$?);"
                + " read -r pid <&3; read -r line <&3; kill -TERM $pid; cat <&3 | tail -1");
    assertThat(ran.lines()).containsExactly("code=143");
  }

  @Test
  void otherModesDoNotLoadTheTerminalLibrary() throws Exception {
    for (String mode : List.of("list", "diagnose done", "monitor --count 1", "cleanup", "--help")) {
      Ran ran = shell("JAVA_TOOL_OPTIONS=-Xlog:class+load SYNC_DIAG " + mode);
      assertThat(ran.out()).contains("io.agentsync.cli.Main").doesNotContain("org.jline");
    }
  }
}
