package io.agentsync.benchmark.stage;

import io.agentsync.benchmark.crew.CrewMain;
import io.agentsync.benchmark.crew.Order;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One measured process, as its runner sees it. */
final class CrewMember implements AutoCloseable {

  private static final String ENDED = "failed: the process has ended";

  private final Process process;
  private final Writer orders;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  CrewMember(List<String> command) throws IOException {
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    orders = process.outputWriter(StandardCharsets.UTF_8);
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    Thread reader = new Thread(this::read, "answers of process " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  long pid() {
    return process.pid();
  }

  void order(Order order) throws IOException {
    orders.write(order.line());
    orders.write('\n');
    orders.flush();
  }

  /** The facts that answer an order. */
  Map<String, Long> answer(Duration patience) throws IOException, InterruptedException {
    Map<String, Long> facts = new TreeMap<>();
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      String line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (line == null) {
        throw new IOException("no answer within " + patience.toSeconds() + " s");
      }
      if (line.equals(CrewMain.DONE)) {
        return facts;
      }
      if (line.startsWith(CrewMain.FAILED) || line.equals(ENDED)) {
        throw new IOException(line);
      }
      String[] fact = line.split("=", 2);
      if (fact.length == 2) {
        facts.merge(fact[0], Long.parseLong(fact[1]), Long::sum);
      }
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void read() {
    try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
      answers.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      lines.add(ENDED + ", " + e);
    }
    lines.add(ENDED);
  }
}
