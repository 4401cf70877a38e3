package io.agentsync.benchmark.stage;

import java.util.Collection;
import java.util.Map;

/**
 * What it took very many agents to meet once.
 *
 * @param seconds from the beginning until the last of them had left
 * @param compiling of the processor time of the processes, what their compilers used: from 0 to 1
 */
public record Gathering(double seconds, double compiling) {

  private static final double NANOS_PER_SECOND = 1e9;

  /** From the facts that each of the processes tells. */
  static Gathering of(Collection<Map<String, Long>> facts) {
    long took = facts.stream().mapToLong(one -> one.getOrDefault("took", 0L)).max().orElseThrow();
    long compilers =
        facts.stream().mapToLong(one -> one.getOrDefault(Timing.CPU + "compiler", 0L)).sum();
    long all =
        facts.stream()
            .flatMap(one -> one.entrySet().stream())
            .filter(fact -> fact.getKey().startsWith(Timing.CPU))
            .mapToLong(Map.Entry::getValue)
            .sum();
    return new Gathering(took / NANOS_PER_SECOND, all == 0 ? 0 : (double) compilers / all);
  }
}
