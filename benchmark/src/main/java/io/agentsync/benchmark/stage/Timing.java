package io.agentsync.benchmark.stage;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the rounds of one run took.
 *
 * @param rounds how many were measured
 * @param perSecond rounds per second
 * @param p50 the median of a round in microseconds
 * @param p99 99 % of the rounds took no longer, in microseconds
 * @param cpu microseconds of processor time per round, of all processes and the server, by purpose
 * @param counts what the server counted per round, by what; empty if it does not count
 */
public record Timing(
    long rounds,
    double perSecond,
    double p50,
    double p99,
    Map<String, Double> cpu,
    Map<String, Double> counts) {

  /** How the facts begin that tell of processor time; behind it is what it was used for. */
  static final String CPU = "cpu.";

  private static final String COUNT = "count.";
  private static final double NANOS_PER_MICRO = 1e3;
  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * From the facts that the processes tell.
   *
   * @throws IOException if they do not tell of any round
   */
  static Timing of(Map<String, Long> facts) throws IOException {
    long rounds = facts.getOrDefault("rounds", 0L);
    if (rounds == 0) {
      throw new IOException("no round was made in the time that was measured");
    }
    Map<String, Double> cpu = new TreeMap<>();
    Map<String, Double> counts = new TreeMap<>();
    facts.forEach(
        (name, value) -> {
          if (name.startsWith(CPU)) {
            cpu.put(name.substring(CPU.length()), value / NANOS_PER_MICRO / rounds);
          } else if (name.startsWith(COUNT)) {
            counts.put(name.substring(COUNT.length()), (double) value / rounds);
          }
        });
    return new Timing(
        rounds,
        rounds * NANOS_PER_SECOND / facts.getOrDefault("nanos", 1L),
        facts.getOrDefault("p50", 0L) / NANOS_PER_MICRO,
        facts.getOrDefault("p99", 0L) / NANOS_PER_MICRO,
        cpu,
        counts);
  }

  /** Of the processor time of the processes that meet, what their compilers used: from 0 to 1. */
  public double compiling() {
    double all = cpuPerRound() - cpu.getOrDefault("server", 0.0);
    return all <= 0 ? 0 : cpu.getOrDefault("compiler", 0.0) / all;
  }

  /** All processor time of a round, in microseconds. */
  public double cpuPerRound() {
    return cpu.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
