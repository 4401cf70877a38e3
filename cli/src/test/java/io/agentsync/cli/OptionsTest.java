package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Tool.Ran;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mode has its options and those that all have, wherever they stand. */
class OptionsTest {

  private static final Pattern LONG_OPTION = Pattern.compile("(?m)^ {2,6}(?:-\\w, )?(--[a-z-]+)");
  private static final List<String> GLOBAL =
      List.of(
          "--store",
          "--run",
          "--output",
          "--json",
          "--quiet",
          "--verbose",
          "--color",
          "--no-input",
          "--help",
          "--version");

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "list       | --state --agent --sort --limit",
        "stats      | --check",
        "monitor    | --interval --monitor-duration --count",
        "diagnose   | --all",
        "registry   | --capability --status --stale-after",
        "cleanup    | --older-than --state --stale-agents --dry-run",
        "sync       | --agent --with --timeout --payload --quorum --status --round --loss-grace",
        "force      | --reason --dry-run",
        "abort      | --reason --dry-run",
        "excuse     | --reason --dry-run",
        "extend     | --reason --dry-run",
        "register   | --role --capability --meta",
        "heartbeat  | ''",
        "deregister | ''",
        "status     | --action",
        "wait       | --timeout",
        "explain    | ''",
        "doctor     | --strict",
      })
  void aModeHasTheseOptions(String mode, String own) {
    TreeSet<String> expected = new TreeSet<>(GLOBAL);
    expected.addAll(List.of(own.split(" ")));
    expected.remove("");
    String help = Tool.in(Map.of()).run(mode, "--help").out();
    assertThat(LONG_OPTION.matcher(help).results().map((MatchResult found) -> found.group(1)))
        .containsAll(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list",
        "stats",
        "monitor --count 1",
        "diagnose stuck",
        "diagnose --all",
        "registry",
        "cleanup --dry-run",
        "force stuck --dry-run",
        "abort stuck --dry-run",
        "excuse stuck b --dry-run",
        "extend stuck 5m --dry-run",
        "force nothere",
        "register x",
        "heartbeat x",
        "deregister nobody",
        "status x active",
        "wait done",
        "explain stuck",
        "sync done --agent c --with d --timeout 5ms",
      })
  void whatAllModesUnderstandMayStandBeforeAndAfter(String mode) {
    try (Points points = new Points(directory)) {
      points.completed("done").waiting("stuck");
      points.synchronizer().registry().registerUnattended("x", "", List.of());
      Tool tool = Tool.in(Map.of()).at(Instant.now());
      String store = "--store " + directory;
      for (String option :
          List.of(
              "-q",
              "-v",
              "--json",
              "-o plain",
              "--output=json",
              "--color never",
              "--color=always",
              "--no-input",
              "--run r",
              "-V")) {
        Ran before = tool.run("%s %s %s".formatted(store, option, mode).split(" "));
        Ran after = tool.run("%s %s %s".formatted(mode, option, store).split(" "));
        assertThat(after.code()).as(option).isEqualTo(before.code()).isNotEqualTo(2);
        if (!mode.startsWith("sync")) {
          assertThat(withoutTimes(after)).as(option).isEqualTo(withoutTimes(before));
        }
      }
    }
  }

  /** A beat has a time of its own. */
  private static String withoutTimes(Ran ran) {
    return ran.out().replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME");
  }

  @Test
  void theOverviewUnderstandsThemToo() {
    try (Points points = new Points(directory)) {
      points.completed("done");
      Tool tool = Tool.on(directory);
      assertThat(tool.run("--json", "-q", "--no-input", "-v", "--color", "never").json())
          .isEqualTo(tool.run("-o", "json").json());
      assertThat(tool.run("--run", "r").out()).doesNotContain("done");
    }
  }

  @Test
  void whoWantsMoreIsToldWhereItLooks() {
    try (Points points = new Points(directory)) {
      points.completed("done");
      assertThat(Tool.on(directory).run("list", "-v").err())
          .isEqualTo("sync-diag: the store is %s\n", directory);
    }
  }
}
