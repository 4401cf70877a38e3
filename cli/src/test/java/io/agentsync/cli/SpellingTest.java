package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Tool.Ran;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both spellings of each mode are the same command, byte for byte. */
class SpellingTest {

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "list, --list",
    "list --json, --json --list",
    "list -o plain --state error, --state error --list -o plain",
    "list --limit 1 -q, -q --limit=1 --list",
    "diagnose late, --diagnose late",
    "diagnose late --json, --diagnose=late --json",
    "--json diagnose late, --json --diagnose late",
    "diagnose nothere, --diagnose=nothere",
    "diagnose --all -o plain, --diagnose --all -o plain",
    "diagnose --all --json, --all --json --diagnose",
    "diagnose, --diagnose --nothing",
    "monitor --count 1 -q, -q --count 1 --monitor",
    "monitor --help, --monitor --help",
    "cleanup --dry-run --older-than 0s, --older-than 0s --cleanup --dry-run",
    "cleanup --older-than 7d -q --dry-run, --cleanup --older-than 7d -q --dry-run",
    "force stuck --dry-run --json, --dry-run --json --force stuck",
    "abort stuck --dry-run, --abort=stuck --dry-run",
    "abort late, --abort late",
    "excuse stuck b --dry-run --json, --json --excuse stuck b --dry-run",
    "excuse stuck b --dry-run, --dry-run --excuse=stuck b",
    "excuse stuck a, --excuse stuck a",
    "excuse stuck b --dry-run, --dry-run b --excuse=stuck",
    "wait done --json, --wait=done --json",
    "wait nothere --timeout 1ms -q, --timeout 1ms -q --wait nothere",
    "explain late -o plain, -o plain --explain=late",
    "explain stuck --json, --explain stuck --json",
    "doctor --help, --doctor --help",
    "doctor --strict --all, --doctor --strict --all",
    "register x --role r --capability c, --role r --capability c --register=x",
    "heartbeat ! -o plain, -o plain --heartbeat=!",
    "--run r list, --list --run r",
    "--run list diagnose late, --run list --diagnose late",
    "extend late 5m, --extend=late 5m",
    "extend stuck 5m --dry-run -q, -q --extend stuck 5m --dry-run",
    "extend stuck, --extend stuck",
    "sync p --agent !, --sync p --agent !",
    "stats --json, --json --stats",
    "stats --check, --check --stats",
    "registry --capability review -o plain, -o plain --capability review --registry",
    "registry --status active --json, --registry --status active --json",
    "registry --status error, --status=error --registry",
    "heartbeat nobody, --heartbeat nobody",
    "deregister nobody, --deregister=nobody",
    "register !, --register !",
    "register x, --register x",
    "explain late, --explain late",
    "explain done --json, --json --explain=done",
    "wait done -o plain, --wait done -o plain",
    "wait late, --wait=late",
    "doctor --help, --doctor --help",
    "-h doctor, -h --doctor",
    "--help force, --help --force stuck",
    "-V list, -V --list",
    "list --help, --list --help",
    "list --bogus, --list --bogus",
  })
  void sameOutputSameCode(String word, String flag) {
    try (Points points = new Points(directory)) {
      points.completed("done").timedOut("late").ready("declared").waiting("stuck");
      points.synchronizer().registry().registerUnattended("x", "", List.of("review"));
      Tool tool = Tool.on(directory).at(Instant.now());
      Ran asWord = tool.run(word.split(" "));
      Ran asFlag = tool.run(flag.split(" "));
      assertThat(asFlag.code()).isEqualTo(asWord.code());
      assertThat(asFlag.out()).isEqualTo(asWord.out());
      assertThat(asWord.out() + asWord.err()).isNotEmpty();
      if (!flag.endsWith("--nothing")) {
        assertThat(asFlag.err()).isEqualTo(asWord.err());
      }
    }
  }

  @Test
  void everyModeHasBothSpellings_andNoneIsForgotten() throws NoSuchMethodException {
    String[] tried =
        SpellingTest.class
            .getDeclaredMethod("sameOutputSameCode", String.class, String.class)
            .getAnnotation(CsvSource.class)
            .value();
    for (String mode : Modes.all().keySet()) {
      if (!mode.equals("status")) {
        assertThat(Modes.tool().getSubcommands()).containsKeys(mode, "--" + mode);
        assertThat(tried)
            .as(mode)
            .anyMatch(row -> row.matches("(.* )?" + mode + "\\b.*,.* --" + mode + "\\b.*"));
      }
    }
    // It would be taken for the option of that name.
    assertThat(Modes.tool().getSubcommands()).doesNotContainKey("--status");
  }
}
