package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.AgentSynchronizer;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts without the library take part by the published format: append a line, read the end. */
class OtherLanguagesTest {

  private static final Path PARTICIPANTS = Path.of("..", "shared-state", "participants");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Set<String> ALL = Set.of("java", "shell", "python");

  @TempDir Path store;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void killTheRest() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void aShellAPythonScriptAndTheLibraryMeetInRounds() throws Exception {
    Assumptions.assumeTrue(canRun("bash") && canRun("python3"), "needs bash and python3");
    try (AgentSynchronizer synchronizer = AgentSynchronizer.open(store)) {
      for (int round = 1; round <= 3; round++) {
        Process shell = start("bash", "arrive.sh", "shell");
        Process python = start("python3", "arrive.py", "python");

        SyncResult result =
            synchronizer
                .joinOrCreateSyncPoint("build", "java", ALL, PATIENCE)
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        assertThat(result.outcome()).isEqualTo(SyncOutcome.COMPLETED);
        assertThat(result.generation()).isEqualTo(round);
        assertThat(result.arrived()).isEqualTo(ALL);
        assertEnded(shell, 0, "COMPLETED");
        assertEnded(python, 0, "COMPLETED");
      }
    }
  }

  @Test
  void aScriptIsToldOfAFailureAsEverybodyIs() throws Exception {
    Assumptions.assumeTrue(canRun("bash") && canRun("python3"), "needs bash and python3");
    try (AgentSynchronizer synchronizer = AgentSynchronizer.open(store)) {
      synchronizer.createSyncPoint("build", ALL);
      Process shell = start("bash", "arrive.sh", "shell");
      Process python = start("python3", "arrive.py", "python");
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (synchronizer.getSyncStatus("build").arrived().size() < 2) {
        assertThat(System.nanoTime()).isLessThan(deadline);
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }

      assertThat(synchronizer.abortSync("build", "the build is broken")).isTrue();

      assertEnded(shell, 1, "the build is broken");
      assertEnded(python, 1, "the build is broken");
    }
  }

  private static boolean canRun(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(program, "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectErrorStream(true)
              .start()
              .waitFor()
          == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private Process start(String interpreter, String script, String agent) throws IOException {
    Process process =
        new ProcessBuilder(
                interpreter,
                PARTICIPANTS.resolve(script).toString(),
                store.toString(),
                "build",
                agent,
                "java,python,shell",
                String.valueOf(PATIENCE.toSeconds()))
            .redirectErrorStream(true)
            .start();
    started.add(process);
    return process;
  }

  private static void assertEnded(Process process, int code, String saying) throws Exception {
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).contains(saying);
    assertThat(process.waitFor()).isEqualTo(code);
  }
}
