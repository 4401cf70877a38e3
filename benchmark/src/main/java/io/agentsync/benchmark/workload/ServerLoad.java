package io.agentsync.benchmark.workload;

import io.agentsync.benchmark.crew.ServerCounts;
import io.agentsync.benchmark.report.Cell;
import io.agentsync.benchmark.report.Contestant;
import io.agentsync.benchmark.report.Metrics;
import io.agentsync.benchmark.stage.Timing;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What a ZooKeeper server counts of a round, without what its clients ask of it in the same time
 * while nobody meets, such as to be told that it lives.
 */
final class ServerLoad {

  private static final int QUICK_SECONDS = 1;
  private static final int FULL_SECONDS = 10;
  private static final double NANOS_PER_SECOND = 1e9;

  private static final SortedMap<String, String> METRICS =
      new TreeMap<>(
          Map.of(
              ServerCounts.REQUESTS, Metrics.REQUESTS,
              ServerCounts.EVENTS, Metrics.EVENTS,
              ServerCounts.BYTES, Metrics.BYTES));

  private final Bench bench;

  /** Per second, by the number of processes that are its clients. */
  private final Map<Integer, Map<String, Double>> atRest = new HashMap<>();

  ServerLoad(Bench bench) {
    this.bench = bench;
  }

  /** Measures what it is asked while nobody meets, once all its clients are there. */
  void lookAtRest(int processes) throws IOException, InterruptedException {
    if (atRest.containsKey(processes)) {
      return;
    }
    Effort effort = bench.effort();
    Duration span = effort.seconds(effort.quick() ? QUICK_SECONDS : FULL_SECONDS);
    int port = bench.contenders().zooKeeper().port();
    long begin = System.nanoTime();
    ServerCounts before = ServerCounts.of(port);
    TimeUnit.NANOSECONDS.sleep(span.toNanos());
    Map<String, Long> counted = ServerCounts.of(port).since(before).byName();
    double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
    Map<String, Double> rates = new HashMap<>();
    counted.forEach((name, value) -> rates.put(name, value / seconds));
    atRest.put(processes, rates);
    bench.say("%d processes at rest: %s per second", processes, words(rates));
  }

  void record(String workload, Contestant who, RoundsPlan.Entry entry, Timing timing) {
    Map<String, Double> rates = atRest.getOrDefault(entry.processes(), Map.of());
    Map<String, Double> net = new HashMap<>();
    timing
        .counts()
        .forEach(
            (name, counted) ->
                net.put(
                    name, ofTheRound(counted, rates.getOrDefault(name, 0.0), timing.perSecond())));
    METRICS.forEach(
        (name, metric) -> {
          Double value = net.get(name);
          if (value != null) {
            bench.results().add(new Cell(workload, who, entry.agents(), metric), value);
          }
        });
    bench.say(
        "%-24s %,5d agents  %-40s %s per round", workload, entry.agents(), who.title(), words(net));
  }

  private static String words(Map<String, Double> counts) {
    return METRICS.keySet().stream()
        .filter(counts::containsKey)
        .map(name -> String.format(Locale.ROOT, "%,.1f %s", counts.get(name), name))
        .collect(Collectors.joining(", "));
  }

  /** What is left of a count per round; chance may have it that nothing is. */
  static double ofTheRound(double counted, double perSecondAtRest, double roundsPerSecond) {
    return Math.max(0, counted - perSecondAtRest / roundsPerSecond);
  }
}
