package io.agentsync.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Examples that run in processes of their own, as users start them; closing kills what is left. */
final class Programs implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path directory;
  private final List<Process> started = new ArrayList<>();

  Programs(Path directory) {
    this.directory = directory;
  }

  /** One of them, and where its output goes. */
  record Program(Process process, Path output) {

    /** What it has said so far, errors included. */
    String said() throws IOException {
      return Files.readString(output);
    }

    /** Waits until it has ended, and returns what it said. */
    String ended(int expectedCode) throws IOException, InterruptedException {
      assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(said()).isTrue();
      assertThat(process.exitValue()).as(said()).isEqualTo(expectedCode);
      return said();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }
  }

  Program start(Class<?> example, Object... args) throws IOException {
    Path output = Files.createTempFile(directory, example.getSimpleName(), ".txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(example.getName());
    for (Object arg : args) {
      command.add(arg.toString());
    }
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    started.add(process);
    return new Program(process, output);
  }

  /** Looks until it is so, but not for ever. */
  static void awaitThat(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  @Override
  public void close() {
    started.forEach(Process::destroyForcibly);
  }
}
