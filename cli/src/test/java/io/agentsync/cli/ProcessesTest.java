package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.agentsync.cli.Tool.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Real processes that meet in one store, as agents started from shells do. */
class ProcessesTest {

  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path directory;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void killTheRest() {
    started.forEach(Process::destroyForcibly);
  }

  /** A process and where its streams go. */
  private record Running(Process process, Path out, Path err) {
    Ran ended() throws IOException, InterruptedException {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    }
  }

  private Running start(String... args) throws IOException {
    Path out = Files.createTempFile(directory, "out", ".txt");
    Path err = Files.createTempFile(directory, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(Tool.command(store(), args))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    started.add(process);
    return new Running(process, out, err);
  }

  private Running startAgent(String point, String agent) throws IOException {
    return start("sync", point, "--agent", agent, "--with", "a,b,c", "--timeout", "60s", "--json");
  }

  private Path store() {
    return directory.resolve("store");
  }

  private void awaitArrivals(String point, int number) {
    awaitThat(
        () ->
            Tool.on(store())
                .run("list", "-o", "plain")
                .out()
                .contains("%s\tSYNCING\t-\t1\t%d/3\t".formatted(point, number)));
  }

  private static void awaitThat(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  @Test
  void threeProcessesMeetTwice() throws Exception {
    for (int generation = 1; generation <= 2; generation++) {
      List<Running> agents =
          List.of(startAgent("p", "a"), startAgent("p", "b"), startAgent("p", "c"));
      for (Running agent : agents) {
        Ran ran = agent.ended();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.json().get("outcome").asString()).isEqualTo("COMPLETED");
        assertThat(ran.json().get("generation").asLong()).isEqualTo(generation);
        assertThat(ran.json().get("arrived").toString()).isEqualTo("[\"a\",\"b\",\"c\"]");
      }
    }
  }

  @Test
  void oneThatIsKilledWhileItWaitsChangesNothingForTheOthers() throws Exception {
    Running a = startAgent("p", "a");
    Running b = startAgent("p", "b");
    awaitArrivals("p", 2);
    a.process().destroyForcibly();
    assertThat(a.ended().code()).isEqualTo(137);
    Running c = startAgent("p", "c");
    for (Running survivor : List.of(b, c)) {
      Ran ran = survivor.ended();
      assertThat(ran.code()).isZero();
      assertThat(ran.json().get("outcome").asString()).isEqualTo("COMPLETED");
      assertThat(ran.json().get("arrived").toString()).isEqualTo("[\"a\",\"b\",\"c\"]");
    }
  }

  @Test
  void oneThatIsToldToStopWithdrawsAndSaysSo() throws Exception {
    Running a = startAgent("p", "a");
    awaitArrivals("p", 1);
    a.process().destroy();
    Ran ran = a.ended();
    assertThat(ran.code()).isEqualTo(143);
    assertThat(ran.err())
        .isEqualTo("sync-diag: interrupted: a has withdrawn from p, the others are not affected\n");
    JsonNode answer = ran.json();
    assertThat(answer.get("outcome").asString()).isEqualTo("WITHDRAWN");
    assertThat(answer.get("success").asBoolean()).isFalse();
  }

  /** Processes inherit that, and a JVM leaves it at that. */
  private static boolean interruptsAreIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .anyMatch(line -> line.matches(".*[2367abef]"));
  }

  @Test
  void oneThatIsInterruptedFromTheKeyboardWithdrawsToo() throws Exception {
    assumeFalse(interruptsAreIgnored(), "in the background of a shell that ignores interrupts");
    Running a = startAgent("p", "a");
    awaitArrivals("p", 1);
    String pid = Long.toString(a.process().pid());
    assertThat(new ProcessBuilder("kill", "-INT", pid).start().waitFor()).isZero();
    Ran ran = a.ended();
    assertThat(ran.code()).isEqualTo(130);
    assertThat(ran.json().get("outcome").asString()).isEqualTo("WITHDRAWN");
    assertThat(Tool.on(store()).run("list", "-o", "plain").out()).contains("p\tERROR\tABORTED\t1");
  }

  @Test
  void oneThatOnlyLooksOnAndIsToldToStopChangesNothing() throws Exception {
    Running a = startAgent("p", "a");
    awaitArrivals("p", 1);
    Running looking = start("wait", "p");
    awaitThat(() -> Tool.on(store()).run("doctor", "-o", "plain").out().contains("\t2 alive"));
    looking.process().destroy();
    Ran ran = looking.ended();
    assertThat(ran.code()).isEqualTo(143);
    assertThat(ran.out()).isEmpty();
    // Its session is seen a little before it waits; told to stop in between, it just ends.
    assertThat(ran.err()).isIn("sync-diag: interrupted while waiting at p\n", "");
    assertThat(Tool.on(store()).run("list", "-o", "plain").out()).contains("p\tSYNCING\t-\t1\t1/3");
    a.process().destroy();
    assertThat(a.ended().code()).isEqualTo(143);
  }

  @Test
  void aHealthyCallLeavesTheOtherStreamEmpty() throws Exception {
    try (Points points = new Points(store())) {
      points.completed("p");
      Ran ran = start("list", "--json").ended();
      assertThat(ran.code()).isZero();
      assertThat(ran.err()).isEmpty();
      assertThat(ran.json().get("syncPoints")).hasSize(1);
      assertThat(start("diagnose", "q").ended().code()).isEqualTo(3);
    }
  }
}
