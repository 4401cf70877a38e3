package io.agentsync.examples;

import io.agentsync.SynchronizedAgentRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures what it costs that very many agents of one process beat every ten seconds: the share of
 * one core, all threads of the JVM together. The mark: 3 % for 10,000 agents.
 *
 * <p>{@code MeasureBeats DIRECTORY [AGENTS] [SECONDS]}
 */
public final class MeasureBeats {

  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final int BURSTS = 100;

  private MeasureBeats() {}

  /** Registers the agents, lets them beat, and says what that costs. */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args.length > 0 ? args[0] : "measure-state");
    int agents = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
    int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 30;
    try (SynchronizedAgentRegistry registry = SynchronizedAgentRegistry.open(directory)) {
      long begin = System.nanoTime();
      for (int agent = 0; agent < agents; agent++) {
        registry.registerAgent(name(agent), "measured", List.of("beats"));
      }
      long registered = System.nanoTime();
      System.out.printf(
          Locale.ROOT,
          "%,d agents registered in %.1f s, %d processors, Java %s%n",
          agents,
          (registered - begin) / 1e9,
          Runtime.getRuntime().availableProcessors(),
          System.getProperty("java.version"));
      beat(registry, agents, EVERY);
      Map<String, Long> before = ThreadTimes.read();
      long cpu = cpuNanos();
      long start = System.nanoTime();
      beat(registry, agents, Duration.ofSeconds(seconds));
      double wall = System.nanoTime() - start;
      System.out.printf(
          Locale.ROOT, "%.2f %% of a core for all beats%n", 100 * (cpuNanos() - cpu) / wall);
      Map<String, Long> after = new TreeMap<>(ThreadTimes.read());
      after.forEach(
          (use, micros) ->
              System.out.printf(
                  Locale.ROOT,
                  "  %.2f %%: %s%n",
                  100_000 * (micros - before.getOrDefault(use, 0L)) / wall,
                  use));
      long look = System.nanoTime();
      int alive = registry.getAgentsWithSyncCapability("beats").size();
      System.out.printf(
          Locale.ROOT,
          "%,d found by capability in %.2f s%n",
          alive,
          (System.nanoTime() - look) / 1e9);
    }
  }

  /** Each agent beats once in every period, spread over it. */
  private static void beat(SynchronizedAgentRegistry registry, int agents, Duration span) {
    long start = System.nanoTime();
    long step = EVERY.toNanos() / BURSTS;
    for (long burst = 0; burst * step < span.toNanos(); burst++) {
      for (long agent = burst % BURSTS; agent < agents; agent += BURSTS) {
        registry.heartbeat(name(agent));
      }
      long next = start + (burst + 1) * step;
      while (System.nanoTime() - next < 0) {
        LockSupport.parkNanos(next - System.nanoTime());
      }
    }
  }

  /** Processor time of the whole process, its compiler and garbage collector too. */
  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }

  private static String name(long agent) {
    return "agent-" + agent;
  }
}
