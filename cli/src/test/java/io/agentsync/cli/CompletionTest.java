package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What bash offers while somebody types. */
class CompletionTest {

  private static final Path SCRIPT =
      Path.of("..", "scripts", "sync-diag-completion.bash").toAbsolutePath().normalize();

  @TempDir Path directory;

  @Test
  void theScriptIsCurrent() throws IOException {
    String made = Tool.in(Map.of()).run("__complete", "--script").out();
    assertThat(Files.readString(SCRIPT))
        .as("make it anew: scripts/sync-diag __complete --script > %s", SCRIPT)
        .isEqualTo(made);
  }

  @Test
  void theScriptIsCleanBash() throws Exception {
    assertThat(bash("bash", "-n", SCRIPT.toString())).isEmpty();
  }

  @Test
  void idsAreOneALine() throws IOException {
    try (Points points = new Points(directory)) {
      points.ready("a:b").unreadable("broken");
      Tool.Ran ran = Tool.on(directory).run("__complete");
      assertThat(ran.code()).isZero();
      assertThat(ran.lines()).containsExactly("a:b", "broken");
    }
    assertThat(Tool.in(Map.of()).run("--help").out()).doesNotContain("__complete");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'sync-diag li'                  | list",
        "'sync-diag --diag'              | --diagnose",
        "'sync-diag list --st'           | '--state --store'",
        "'sync-diag list --state SY'     | SYNCING",
        "'sync-diag list -o pro'         | prometheus",
        "'sync-diag --color=al'          | always",
        "'sync-diag diagnose al'         | alpha",
        "'sync-diag --diagnose al'       | alpha",
        "'sync-diag --store x force be'  | beta",
        "'sync-diag wait '               | 'alpha beta'",
        "'sync-diag sync p --agent '     | ''",
      })
  void offers(String typed, String offered) throws Exception {
    String fake = "sync-diag() { printf 'alpha\\nbeta\\n'; }";
    String script =
        """
        source '%s'
        %s
        COMP_LINE='%s'; COMP_POINT=${#COMP_LINE}
        _sync_diag
        printf '%%s\\n' "${COMPREPLY[@]}" | sort
        """
            .formatted(SCRIPT, fake, typed);
    assertThat(bash("bash", "-c", script).strip().replace('\n', ' ')).isEqualTo(offered);
  }

  private static String bash(String... command) throws Exception {
    Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out;
  }
}
