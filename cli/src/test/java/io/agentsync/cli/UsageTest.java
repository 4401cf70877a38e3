package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.cli.Tool.Ran;
import io.agentsync.cli.command.ExitCode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lsit                          | did you mean \"list\"?",
        "--lsit                        | did you mean \"--list\"?",
        "--lst                         | did you mean \"--list\"?",
        "help                          | did you mean \"--help\"?",
        "list --jsno                   | did you mean \"--json\"?",
        "zzzzzzzz                      | unknown mode \"zzzzzzzz\"",
        "statz                         | did you mean \"stats\"",
        "--register                    | needs the id of an AGENT",
        "register                      | 'AGENT'",
        "register a!                   | A-Z a-z 0-9",
        "register a --meta colour      | K=V",
        "registry --status busy        | ACTIVE, INACTIVE, SYNCING, ERROR, UNKNOWN",
        "registry --stale-after soon   | 500ms",
        "list --capability c           | --capability is an option of",
        "status a                      | 'STATUS'",
        "status a busy                 | ACTIVE, INACTIVE, SYNCING, ERROR, UNKNOWN",
        "heartbeat a b                 | one argument too many for heartbeat",
        "--stats --registry            | two modes",
        "--list --cleanup              | --list and --cleanup are two modes",
        "--list --list                 | two modes",
        "--list list                   | two modes",
        "list --list                   | list and --list are two modes",
        "list cleanup                  | list and cleanup are two modes",
        "list --diagnose p             | list and --diagnose are two modes",
        "--diagnose p list             | diagnose and list are two modes",
        "-q list --extend p            | list and --extend are two modes",
        "-q force --excuse p b         | force and --excuse are two modes",
        "--store x --run r wait --abort=p | wait and --abort are two modes",
        "-o json --color=never doctor --list | doctor and --list are two modes",
        "--diagnose                    | needs the ID",
        "--diagnose --json             | needs the ID",
        "diagnose                      | needs an ID, or --all",
        "diagnose --all p              | not both",
        "diagnose a b                  | one argument too many for diagnose",
        "--list=p                      | --list takes no value",
        "force                         | 'ID'",
        "excuse                        | 'ID'",
        "excuse p                      | 'AGENT'",
        "excuse p a!                   | A-Z a-z 0-9",
        "excuse p a b                  | one argument too many for excuse",
        "--excuse                      | needs the ID of a sync point right after it",
        "extend p                      | 'D'",
        "extend p soon                 | \"soon\" is not a length of time",
        "extend p 5                    | write it like 500ms, 90s",
        "extend p 0s                   | An extension of PT0S is not possible: use at least 1 ms",
        "extend p 5m 5m                | one argument too many for extend",
        "--extend --force p            | needs the ID",
        "--force p --extend p 5m       | --force and --extend are two modes",
        "extend p 5m --older-than 1d   | --older-than is an option of cleanup, not of extend",
        "list --dry-run                | --dry-run is an option of",
        "sync p --agent a --loss-grace soon | 7d or 1h30m, or off",
        "sync p --agent a --loss-grace -1s  | \"-1s\" is not a length of time",
        "sync p                        | --agent",
        "sync p --agent a --timeout 1s | --timeout needs --with",
        "sync p --agent a --with b --timeout 0s | at least 1 ms",
        "sync p --agent a --quorum 1   | --quorum needs --with",
        "sync p --agent a --with b --quorum 0 | use 1 or more",
        "sync p --agent a --with b --round 1 | --round needs --run",
        "sync p --agent a --with b --payload {x | --payload needs JSON",
        "sync p --agent a --with b --status bad | OK, FAILED, ABSTAIN",
        "--run n! list                 | A-Z a-z 0-9",
        "cleanup --stale-agents=soon   | write it like 500ms",
        "sync p! --agent a --with b    | A-Z a-z 0-9",
        "sync p --agent a! --with b    | A-Z a-z 0-9",
        "sync p --agent a --with b,c!  | A-Z a-z 0-9",
        "--older-than 7d               | --older-than is an option of cleanup",
        "list --older-than 7d          | --older-than is an option of cleanup, not of list",
        "diagnose p --state error      | --state is an option of",
        "list --state bogus            | READY, SYNCING, COMPLETED, ERROR",
        "list --sort bogus             | '--sort'",
        "list --limit many             | 'many' is not a number",
        "list --limit 0                | 1 or more",
        "list --agent a!               | A-Z a-z 0-9",
        "sync p --agent a -o jsonl     | -o jsonl makes no sense for sync",
        "-o jsonl                      | -o jsonl makes no sense for the overview",
        "--monitor=5                   | --monitor takes no value",
        "monitor --list                | monitor and --list are two modes",
        "list --count 1                | --count is an option of monitor, not of list",
        "monitor --count 0             | 1 or more",
        "monitor --interval 1ms        | --interval needs 100ms or more",
        "monitor --monitor-duration 0  | above 0",
        "monitor --monitor-duration x  | \"x\" is not a length of time",
        "list -o xml                   | 'xml'",
        "list --json -o plain          | contradict",
        "list --color blue             | 'blue'",
        "list --store a --store b      | only once",
        "cleanup --older-than 7x       | write it like 500ms, 90s, 5m, 24h, 7d or 1h30m",
        "cleanup --older-than          | --older-than",
        "cleanup --older-than -1s      | --older-than",
        "cleanup --state ready         | COMPLETED, ERROR or both",
        "diagnose p!                   | A-Z a-z 0-9",
        "force p!                      | A-Z a-z 0-9",
      })
  void aMistakeIsTwoAndOneLineThatTeaches(String call, String says) {
    Ran ran = Tool.on(directory).run(call.split(" "));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.err())
        .startsWith("sync-diag: ")
        .contains(says)
        .doesNotContain("java", "io.agentsync");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "-h",
        "list --help",
        "--diagnose -h --all",
        "--cleanup --help",
        "explain --help",
        "wait --help",
        "doctor --help",
        "force --help",
        "excuse --help",
        "extend --help",
        "sync --help",
        "monitor -h"
      })
  void helpIsData(String call) {
    Ran ran = Tool.in(Map.of()).run(call.split(" "));
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .startsWith("Usage: sync-diag")
        .contains("--store=LOCATION", "Exit status:", "130 ")
        .doesNotContain("\u001b");
    assertThat(ran.lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void helpShowsBothSpellingsAndNothingThatIsNotThere() {
    String help = Tool.in(Map.of()).run("--help").out();
    assertThat(help)
        .contains("list, --list", "diagnose, --diagnose", "cleanup, --cleanup", "Examples:")
        .contains(
            "explain, --explain",
            "force, --force",
            "abort, --abort",
            "excuse, --excuse",
            "extend, --extend",
            "sync, --sync",
            "wait, --wait",
            "doctor, --doctor",
            "stats, --stats",
            "registry, --registry",
            "register, --register")
        .contains("heartbeat, --heartbeat", "deregister, --deregister")
        .contains("monitor, --monitor")
        .doesNotContain("--status");
  }

  @Test
  void helpHasAllExitCodes() {
    String help = Tool.in(Map.of()).run("--help").out();
    for (ExitCode each : ExitCode.values()) {
      assertThat(help).containsPattern("\n  +" + each.code() + " +\\S");
    }
    assertThat(ExitCode.values())
        .extracting(ExitCode::code)
        .containsExactly(0, 1, 2, 3, 4, 5, 130, 143);
  }

  @Test
  void versionNamesToolAndJava() {
    Ran ran = Tool.in(Map.of()).run("-V");
    assertThat(ran.code()).isZero();
    assertThat(ran.lines()).hasSize(2);
    assertThat(ran.lines().get(0)).startsWith("sync-diag ");
    assertThat(ran.lines().get(1)).isEqualTo("Java " + System.getProperty("java.version"));
  }

  @Test
  void aStoreThatIsAFileOrOfAnUnknownKind() {
    Ran file = Tool.in(Map.of()).run("--store", "/etc/passwd", "list");
    assertThat(file.code()).isEqualTo(4);
    assertThat(file.err()).startsWith("sync-diag: /etc/passwd").contains("is a file");
    Ran unknown = Tool.in(Map.of()).run("--store", "gopher://x", "list");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("gopher");
  }
}
