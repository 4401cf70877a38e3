package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.AgentSynchronizer;
import io.agentsync.cli.Tool.Ran;
import io.agentsync.model.SyncOptions;
import io.agentsync.model.SyncResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the tool shows of agents that wait for each other, and of who blocks the others. */
class DeadlockTest {

  @TempDir Path directory;
  private AgentSynchronizer synchronizer;
  private Tool tool;

  @BeforeEach
  void open() {
    synchronizer = AgentSynchronizer.open(directory);
    tool = Tool.on(directory);
  }

  @AfterEach
  void close() {
    synchronizer.close();
  }

  @Test
  void aDeadlockIsSpelledOutWithWhatBreaksIt() {
    waits("p", "a", "b");
    waits("q", "b", "a");
    waits("r", "c", "a");

    Ran ran = tool.run("diagnose", "p");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out())
        .contains("1. ERROR deadlock: a waits at p for b; b waits at q for a [deadlock]")
        .contains("; that blocks 1 other: c")
        .contains(
            "Remedy:   break it here: sync-diag abort p; or go on without b: sync-diag excuse p b;")
        .contains("Remedy:   see to it that b need not wait elsewhere,");
    assertThat(tool.run("diagnose", "r").out())
        .contains("can never be completed as it is: c waits at r for a; a waits at p for b;");
    assertThat(tool.run("stats", "--check", "-q").err())
        .contains("sync point p: deadlock: a waits at p for b; b waits at q for a");
  }

  @Test
  void theOverviewAndTheDiagnosisOfAllBeginWithIt() {
    waits("p", "a", "b");
    waits("q", "b", "a");
    waits("r", "c", "a");
    String line = "Deadlock: a, b wait for each other, and block 1 other: c (at p, q, r)";

    assertThat(tool.run().lines()).contains(line);
    Ran all = tool.run("diagnose", "--all");
    assertThat(all.code()).isEqualTo(1);
    assertThat(all.lines().get(2)).isEqualTo(line);
  }

  @Test
  void whoBlocksThreeOthersIsNamedByTheFirstCommand_andTheSecondSaysWhatToDo() {
    waits("p", "a", "b");
    waits("q", "b", "c");
    waits("r", "c", "x");

    assertThat(tool.run().lines()).contains("Blocker:  x blocks 3 others: a, b, c (at p, q, r)");
    assertThat(tool.onTerminal().run().err()).contains("Next: sync-diag diagnose r");
    assertThat(tool.run("diagnose", "r").out())
        .contains("x blocks 3 others: a, b, c [root-blocker]")
        .contains("sync-diag excuse r x");
    assertThat(tool.run("-o", "plain").lines())
        .contains("blocker\tagent\tx\t3\ta,b,c\tp,q,r\tr\t-");
    JsonNode blocker = tool.run("--json").json().get("blockers").get(0);
    assertThat(blocker.toString())
        .isEqualTo(
            "{\"agents\":[\"x\"],\"run\":null,\"deadlock\":false,\"blocked\":[\"a\",\"b\",\"c\"],"
                + "\"syncPoints\":[\"p\",\"q\",\"r\"],\"lookFirstAt\":\"r\"}");
  }

  @Test
  void sp15_syncGivesUpFastIfAsked() {
    waits("q", "b", "a");

    Ran ran =
        tool.run("sync", "p", "--agent", "a", "--with", "b", "--timeout", "10m", "--fail-fast");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("deadlock: a waits at p for b; b waits at q for a");
  }

  private void waits(String point, String agent, String other) {
    SyncOptions options =
        SyncOptions.builder().timeout(Duration.ofMinutes(10)).blocking(true).build();
    CompletableFuture<SyncResult> unused =
        synchronizer.joinOrCreateSyncPoint(point, agent, Set.of(agent, other), options);
  }
}
