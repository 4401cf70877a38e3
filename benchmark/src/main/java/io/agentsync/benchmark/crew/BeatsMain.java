package io.agentsync.benchmark.crew;

import io.agentsync.SynchronizedAgentRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Very many agents of one process that beat every ten seconds: what that costs, all threads of the
 * JVM together, and how long it takes to find them by capability. {@code BeatsMain DIRECTORY AGENTS
 * LEAD-MILLIS SPAN-MILLIS REPETITIONS}
 */
public final class BeatsMain {

  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final int BURSTS = 100;
  private static final int THREADS = 4;
  private static final String CAPABILITY = "beats";
  private static final double PARTS_PER_MILLION = 1e6;

  private static final List<String> SELF = List.of(ThreadTimes.SELF);

  private BeatsMain() {}

  /** Registers the agents, lets them beat, and tells as facts what that cost. */
  public static void main(String[] args) throws Exception {
    int agents = Integer.parseInt(args[1]);
    Duration span = Duration.ofMillis(Long.parseLong(args[3]));
    try (SynchronizedAgentRegistry registry = SynchronizedAgentRegistry.open(Path.of(args[0]))) {
      long begin = System.nanoTime();
      try (AgentThreads threads = new AgentThreads()) {
        for (int thread = 0; thread < THREADS; thread++) {
          int first = thread;
          threads.start(thread, () -> register(registry, first, agents));
        }
      }
      fact("registered.nanos", System.nanoTime() - begin);
      beat(registry, agents, Duration.ofMillis(Long.parseLong(args[2])));
      int repetitions = Integer.parseInt(args[4]);
      for (int repetition = 0; repetition < repetitions; repetition++) {
        ThreadTimes before = ThreadTimes.of(SELF);
        long start = System.nanoTime();
        beat(registry, agents, span);
        long wall = System.nanoTime() - start;
        long used = ThreadTimes.of(SELF).allSince(before);
        fact("share.millionths." + repetition, (long) (PARTS_PER_MILLION * used / wall));
      }
      // Only now: what is compiled for the looks is no part of the beats.
      for (int repetition = 0; repetition < repetitions; repetition++) {
        fact("look.nanos." + repetition, look(registry, agents));
      }
    }
  }

  private static long look(SynchronizedAgentRegistry registry, int agents) {
    long start = System.nanoTime();
    int found = registry.getAgentsWithSyncCapability(CAPABILITY).size();
    if (found != agents) {
      throw new IllegalStateException(found + " of " + agents + " agents were found");
    }
    return System.nanoTime() - start;
  }

  private static void register(SynchronizedAgentRegistry registry, int first, int agents) {
    for (int agent = first; agent < agents; agent += THREADS) {
      registry.registerAgent(name(agent), "measured", List.of(CAPABILITY));
    }
  }

  private static void fact(String name, long value) {
    System.out.println(name + "=" + value);
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

  private static String name(long agent) {
    return "agent-" + agent;
  }
}
