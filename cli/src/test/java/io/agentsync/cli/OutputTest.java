package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Tool.Ran;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTest {

  @TempDir Path directory;

  /** A stream whose other end is gone, or full. */
  private static final class Refusing extends OutputStream {
    private final String reason;

    Refusing(String reason) {
      this.reason = reason;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(reason);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "list --json", "--help", "diagnose p"})
  void aReaderThatHasSeenEnoughEndsItQuietly(String call) {
    try (Points points = new Points(directory)) {
      points.timedOut("p");
      Ran ran = Tool.on(directory).runInto(new Refusing("Broken pipe"), call.split(" "));
      assertThat(ran).isEqualTo(new Ran(0, "", ""));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "list --json", "--help", "diagnose p"})
  void whatCannotBeWrittenIsFour(String call) {
    try (Points points = new Points(directory)) {
      points.timedOut("p");
      Ran ran = Tool.on(directory).runInto(new Refusing("No space left"), call.split(" "));
      assertThat(ran)
          .isEqualTo(new Ran(4, "", "sync-diag: cannot write the output: No space left\n"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "list",
        "list --agent nobody",
        "stats",
        "monitor --count 1",
        "diagnose p",
        "diagnose --all",
        "registry",
        "cleanup --state error",
        "sync mine --agent a --with a",
        "force open",
        "abort open --dry-run",
        "register a",
        "heartbeat b",
        "status b active",
        "deregister b",
        "wait p",
        "explain p",
        "doctor"
      })
  void everyReportForPeopleNamesTheStore(String call) {
    try (Points points = new Points(directory)) {
      points.timedOut("p").ready("open");
      points.synchronizer().registry().registerUnattended("b", "", List.of());
      Ran ran = Tool.on(directory).run(call.isEmpty() ? new String[0] : call.split(" ", -1));
      assertThat(ran.out() + ran.err()).contains(directory.toString());
    }
  }

  @Test
  void colourIsForTerminalsThatWantIt() {
    try (Points points = new Points(directory)) {
      points.timedOut("p");
      Map<String, String> plain = Map.of("AGENT_SYNC_STORE", directory.toString());
      Map<String, String> noColor =
          Map.of("AGENT_SYNC_STORE", directory.toString(), "NO_COLOR", "1");
      assertThat(Tool.in(plain).onTerminal().run("list").out()).contains("\u001b[31m✗ ERROR");
      assertThat(Tool.in(plain).run("list").out()).doesNotContain("\u001b");
      assertThat(Tool.in(noColor).onTerminal().run("list").out()).doesNotContain("\u001b");
      assertThat(Tool.in(noColor).run("list", "--color=always").out()).contains("\u001b[31m");
      assertThat(Tool.in(plain).onTerminal().run("--color", "never").out())
          .doesNotContain("\u001b");
      assertThat(Tool.in(plain).onTerminal().run("list", "-o", "plain").out())
          .doesNotContain("\u001b");
    }
  }

  @Test
  void whereOnlyAsciiArrivesOnlyAsciiIsWritten() {
    try (Points points = new Points(directory)) {
      points.aborted("p", "größer\u00a0 als \ud83d\ude00");
      Tool ascii = Tool.on(directory).writing(StandardCharsets.US_ASCII);
      Ran ran = ascii.run("diagnose", "p");
      assertThat(ran.out())
          .contains("x ERROR (aborted)", "gr\\u00f6\\u00dfer\\u00a0 als \\ud83d\\ude00")
          .matches("\\p{ASCII}*");
      assertThat(ascii.run("list", "--json").out()).contains("größer");
    }
  }
}
