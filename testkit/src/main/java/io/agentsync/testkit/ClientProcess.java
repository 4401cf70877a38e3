package io.agentsync.testkit;

import io.agentsync.model.Durability;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A running {@link ClientMain}; closing it kills it. */
final class ClientProcess implements AutoCloseable {

  private static final String END = "(its output has ended)";

  private final Process process;
  private final PrintStream in;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

  private ClientProcess(Process process) {
    this.process = process;
    this.in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    Thread reader = new Thread(() -> read(process), "testkit-client-" + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts one; to be asked for its "ready" before anything else. */
  static ClientProcess start(String location, Durability durability) throws IOException {
    return start(List.of(), ClientMain.class, List.of(location, durability.name()));
  }

  /**
   * Starts a main class of this class path.
   *
   * @param wrapper a command that runs the one that follows it, such as one that makes a container
   */
  static ClientProcess start(List<String> wrapper, Class<?> main, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(wrapper);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            // Two with one process id would warn each other of their files, on their output.
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return new ClientProcess(builder.start());
  }

  long pid() {
    return process.pid();
  }

  void say(String line) {
    in.println(line);
  }

  String answer() throws InterruptedException {
    String answer = answers.poll(60, TimeUnit.SECONDS);
    if (answer == null || answer.equals(END) || answer.startsWith("failed: ")) {
      throw new AssertionError("client process %d: %s".formatted(pid(), answer));
    }
    return answer;
  }

  /** Whether an answer comes within that time; it stays to be asked for. */
  boolean hasAnswered(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (answers.isEmpty() && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    return !answers.isEmpty();
  }

  String ask(String line) throws InterruptedException {
    say(line);
    return answer();
  }

  /** Records, as an answer lists them. */
  List<String> records() throws InterruptedException {
    String answer = answer();
    return answer.isEmpty() ? List.of() : List.of(answer.split(",", -1));
  }

  void endInput() {
    in.close();
  }

  /** Waits until it is gone; returns whether it went in good order. */
  boolean leaves() throws InterruptedException {
    return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Stops it as {@code kill -STOP} does; returns whether that can be done here. */
  boolean stop() throws IOException, InterruptedException {
    boolean posix = !System.getProperty("os.name").startsWith("Windows");
    return posix
        && new ProcessBuilder("kill", "-STOP", Long.toString(pid()))
            .start()
            .waitFor(10, TimeUnit.SECONDS);
  }

  /** Kills it as {@code kill -9} does, and waits until it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    in.close();
  }

  private void read(Process from) {
    try (BufferedReader out = from.inputReader(StandardCharsets.UTF_8)) {
      out.lines().forEach(answers::add);
    } catch (IOException | UncheckedIOException e) {
      answers.add("failed: " + e);
    }
    answers.add(END);
  }
}
