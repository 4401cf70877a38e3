package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live view on a real terminal, which tmux provides, and which it gives back as it was. */
class MonitorTerminalTest {

  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path directory;

  @BeforeEach
  void prepare() {
    assumeTrue(
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tmux"))),
        "tmux is not installed");
    try (Points points = new Points(store())) {
      points.completed("done").timedOut("late");
    }
  }

  @AfterEach
  void endTheTerminal() throws IOException, InterruptedException {
    tmux("kill-server");
  }

  private Path store() {
    return directory.resolve("store");
  }

  private String tmux(String... args) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("tmux", "-u", "-f", "/dev/null", "-S", directory.resolve("t").toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().remove("TMUX");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  private void start(String... options) throws IOException, InterruptedException {
    String tool =
        Tool.command(store(), Tool.plus(new String[] {"monitor"}, options)).stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    Path script = directory.resolve("script");
    Files.writeString(
        script,
        """
        cd '%s'
        echo what was there before
        stty -g >before
        (echo "$BASHPID" >pid; exec %s)
        echo "code=$?"
        stty -g >after
        cat
        """
            .formatted(directory, tool));
    tmux("new-session", "-d", "-x", "80", "-y", "24", "bash '" + script + "'");
    awaitShown("✗ TIMED OUT");
    assertThat(shown()).doesNotContain("what was there before");
  }

  private String shown() throws IOException, InterruptedException {
    return tmux("capture-pane", "-p");
  }

  private void awaitShown(String text) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!shown().contains(text)) {
      assertThat(System.nanoTime()).as("%s in:\n%s", text, shown()).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private void kill(String signal) throws IOException, InterruptedException {
    String pid = Files.readString(directory.resolve("pid")).strip();
    assertThat(new ProcessBuilder("kill", "-" + signal, pid).start().waitFor()).isZero();
  }

  /** The terminal is as it was, and what stood on it stands there again. */
  private void awaitGivenBack(int code) throws IOException, InterruptedException {
    awaitShown("code=" + code);
    assertThat(shown()).contains("what was there before").doesNotContain("▸", "q quit");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    Path after = directory.resolve("after");
    while (!Files.exists(after) || Files.size(after) == 0) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    assertThat(Files.readString(after)).isEqualTo(Files.readString(directory.resolve("before")));
    assertThat(tmux("display-message", "-p", "#{alternate_on} #{cursor_flag}").strip())
        .isEqualTo("0 1");
  }

  @Test
  void q() throws Exception {
    start();
    tmux("send-keys", "q");
    awaitGivenBack(0);
    assertThat(shown()).contains("2 sync points: 1 ERROR, 1 COMPLETED");
  }

  @Test
  void controlC() throws Exception {
    start();
    tmux("send-keys", "C-c");
    awaitGivenBack(130);
  }

  @Test
  void killed() throws Exception {
    start();
    kill("TERM");
    awaitGivenBack(143);
  }

  @Test
  void interrupted() throws Exception {
    start();
    kill("INT");
    awaitGivenBack(130);
  }

  @Test
  void theEndOfItsTime() throws Exception {
    start("--monitor-duration", "3");
    awaitGivenBack(0);
  }

  @Test
  void keysAndSizes() throws Exception {
    start();
    tmux("send-keys", "f", "q");
    awaitShown("filter: q_  0 of 2");
    tmux("send-keys", "Escape");
    awaitShown("▸ ✗ TIMED OUT");
    tmux("send-keys", "Enter");
    awaitShown("1. ERROR");
    tmux("send-keys", "Escape");
    tmux("resize-window", "-x", "20", "-y", "5");
    awaitShown("▸✗ late      1/2");
    tmux("resize-window", "-x", "300", "-y", "80");
    awaitShown("arrows select");
    tmux("send-keys", "q");
    awaitGivenBack(0);
  }
}
