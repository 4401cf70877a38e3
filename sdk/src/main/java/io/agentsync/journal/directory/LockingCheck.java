package io.agentsync.journal.directory;

import io.agentsync.model.Check;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** Tries whether another process sees that a file is locked. */
record LockingCheck(Layout layout) implements PlaceCheck {

  private static final long PATIENCE_SECONDS = 20;

  @Override
  public String name() {
    return "locks";
  }

  @Override
  public Check look() throws IOException {
    try (Trial trial = new Trial(layout);
        FileChannel channel =
            FileChannel.open(
                trial.file("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      return judged(lock.isValid() ? ask(trial) : "");
    }
  }

  private Check judged(String seen) {
    return switch (seen) {
      case LockWitness.HELD ->
          Check.ok(name(), "another process was refused what this one had locked");
      case LockWitness.FREE ->
          Check.problem(
              name(),
              "another process could lock what this one had locked",
              "use a local directory, or an engine for several machines");
      default ->
          Check.warning(
              name(),
              "not tried out: a second process could not be started, or could not write here",
              "see to it that sync-diag doctor can start Java and write here, then look again");
    };
  }

  private static String ask(Trial trial) throws IOException {
    Path answer = trial.file("answer");
    ProcessBuilder witness =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            LockWitness.class.getName(),
            trial.file("lock").toString(),
            answer.toString());
    witness.environment().put("CLASSPATH", System.getProperty("java.class.path", ""));
    witness
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
    Process started = witness.start();
    try {
      boolean ended = started.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return ended && Files.exists(answer) ? Files.readString(answer) : "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    } finally {
      started.destroyForcibly();
    }
  }
}
