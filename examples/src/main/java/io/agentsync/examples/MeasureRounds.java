package io.agentsync.examples;

import io.agentsync.AgentSynchronizer;
import io.agentsync.model.Durability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Measures how many rounds per second the agents of several JVMs make at one sync point: new
 * rounds, one after the other, each agent calling again as soon as it has been told.
 *
 * <p>{@code MeasureRounds DIRECTORY [power|process] [JVMS] [AGENTS-PER-JVM] [SECONDS]}
 */
public final class MeasureRounds {

  private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("warmup", 6));

  private MeasureRounds() {}

  /** Starts the JVMs, or is one of them. */
  public static void main(String[] args) throws Exception {
    if (args.length > 0 && args[0].equals("agents")) {
      runAgents(args);
      return;
    }
    Path directory = Path.of(args.length > 0 ? args[0] : "measure-state");
    String durability = args.length > 1 ? args[1] : "power";
    int jvms = args.length > 2 ? Integer.parseInt(args[2]) : 4;
    int perJvm = args.length > 3 ? Integer.parseInt(args[3]) : 2;
    int seconds = args.length > 4 ? Integer.parseInt(args[4]) : 5;
    System.out.printf(
        Locale.ROOT,
        "%d agents in %d JVMs, durability %s, %s on %s, %d processors, Java %s%n",
        jvms * perJvm,
        jvms,
        durability,
        directory,
        fileSystem(directory),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"));
    List<Process> processes = new ArrayList<>();
    for (int jvm = 0; jvm < jvms; jvm++) {
      processes.add(start(directory, durability, jvm, jvms, perJvm, seconds));
    }
    Map<String, Long> micros = new TreeMap<>();
    long rounds = 1;
    for (Process process : processes) {
      for (String line : process.inputReader().lines().toList()) {
        String[] fact = line.split("=", 2);
        if (fact.length < 2) {
          System.out.println(line);
        } else if (fact[0].equals("rounds")) {
          rounds = Math.max(rounds, Long.parseLong(fact[1]));
        } else {
          micros.merge(fact[0], Long.parseLong(fact[1]), Long::sum);
        }
      }
      if (process.waitFor() != 0) {
        throw new IllegalStateException("a measuring process failed");
      }
    }
    for (Map.Entry<String, Long> time : micros.entrySet()) {
      System.out.printf(
          Locale.ROOT, "  %,6d µs of CPU per round: %s%n", time.getValue() / rounds, time.getKey());
    }
  }

  private static Process start(
      Path directory, String durability, int jvm, int jvms, int perJvm, int seconds)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(MeasureRounds.class.getName());
    command.addAll(List.of("agents", directory.toString(), durability));
    for (int number : new int[] {jvm, jvms, perJvm, seconds}) {
      command.add(Integer.toString(number));
    }
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static void runAgents(String[] args) throws InterruptedException {
    int jvm = Integer.parseInt(args[3]);
    int jvms = Integer.parseInt(args[4]);
    int perJvm = Integer.parseInt(args[5]);
    Duration span = Duration.ofSeconds(Integer.parseInt(args[6]));
    Set<String> everybody = new TreeSet<>();
    for (int agent = 0; agent < jvms * perJvm; agent++) {
      everybody.add("agent-" + agent);
    }
    Durability durability = Durability.valueOf(args[2].toUpperCase(Locale.ROOT));
    try (AgentSynchronizer synchronizer =
        AgentSynchronizer.builder().store(Path.of(args[1])).durability(durability).build()) {
      List<Thread> threads = new ArrayList<>();
      for (int agent = 0; agent < perJvm; agent++) {
        int number = jvm * perJvm + agent;
        boolean first = agent == 0;
        Thread thread = new Thread(() -> rounds(synchronizer, number, first, everybody, span));
        thread.start();
        threads.add(thread);
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }

  private static void rounds(
      AgentSynchronizer synchronizer,
      int number,
      boolean first,
      Set<String> everybody,
      Duration span) {
    String agent = "agent-" + number;
    try {
      count(synchronizer, agent, everybody, WARM_UP);
      Map<String, Long> before = ThreadTimes.read();
      long[] micros = count(synchronizer, agent, everybody, span);
      if (number == 0) {
        report(micros, span);
      }
      if (first) {
        ThreadTimes.read()
            .forEach(
                (use, time) ->
                    System.out.println(use + "=" + (time - before.getOrDefault(use, 0L))));
      }
      // The others may still be in the round that this agent leaves: it goes on until they are
      // through.
      synchronizer.meet("the-end", agent, everybody);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Makes rounds for a while; agent 0 says when it is over, by force of everybody's count. */
  private static long[] count(
      AgentSynchronizer synchronizer, String agent, Set<String> everybody, Duration span)
      throws InterruptedException {
    String point = "rounds-" + span.toMillis();
    synchronizer.meet("start-" + span.toMillis(), agent, everybody);
    long[] micros = new long[1 << 20];
    int rounds = 0;
    long end = System.nanoTime() + span.toNanos();
    long started = System.nanoTime();
    while (started < end && rounds < micros.length) {
      if (!synchronizer.meet(point, agent, everybody).success()) {
        break;
      }
      long now = System.nanoTime();
      micros[rounds++] = (now - started) / 1000;
      started = now;
    }
    // Whoever stops first ends the round that the others are in.
    synchronizer.abortSync(point, "the time is over");
    return Arrays.copyOf(micros, rounds);
  }

  private static void report(long[] micros, Duration span) {
    long[] sorted = micros.clone();
    Arrays.sort(sorted);
    System.out.println("rounds=" + sorted.length);
    System.out.printf(
        Locale.ROOT,
        "%,d rounds/s, one round p50 %,d µs, p99 %,d µs, max %,d µs%n",
        sorted.length * 1000L / Math.max(1, span.toMillis()),
        sorted[sorted.length / 2],
        sorted[sorted.length * 99 / 100],
        sorted[sorted.length - 1]);
  }

  private static String fileSystem(Path directory) throws IOException {
    Path existing = directory.toAbsolutePath();
    while (existing.getParent() != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    return Files.getFileStore(existing).type();
  }
}
