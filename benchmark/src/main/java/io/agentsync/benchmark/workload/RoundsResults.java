package io.agentsync.benchmark.workload;

import io.agentsync.benchmark.report.Cell;
import io.agentsync.benchmark.report.Contestant;
import io.agentsync.benchmark.report.Metrics;
import io.agentsync.benchmark.report.Results;
import io.agentsync.benchmark.stage.Timing;
import java.util.Locale;
import java.util.stream.Collectors;

/** Notes down what rounds took. */
final class RoundsResults {

  private RoundsResults() {}

  static void record(Bench bench, String workload, Contestant who, int agents, Timing timing) {
    Results results = bench.results();
    results.add(new Cell(workload, who, agents, Metrics.ROUNDS_PER_SECOND), timing.perSecond());
    results.add(new Cell(workload, who, agents, Metrics.P50), timing.p50());
    results.add(new Cell(workload, who, agents, Metrics.P99), timing.p99());
    results.add(new Cell(workload, who, agents, Metrics.CPU), timing.cpuPerRound());
    bench.say(
        "%-15s %3d agents  %-46s %,9.0f rounds/s  p50 %,8.0f µs  p99 %,8.0f µs  CPU %,8.0f µs %s",
        workload,
        agents,
        who.title(),
        timing.perSecond(),
        timing.p50(),
        timing.p99(),
        timing.cpuPerRound(),
        timing.cpu().entrySet().stream()
            .map(part -> String.format(Locale.ROOT, "%s %.0f", part.getKey(), part.getValue()))
            .collect(Collectors.joining(", ", "(", ")")));
  }
}
