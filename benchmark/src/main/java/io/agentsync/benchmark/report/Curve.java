package io.agentsync.benchmark.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing measured at several sizes.
 *
 * @param spreads by size
 */
record Curve(String workload, Contestant who, String metric, SortedMap<Integer, Spread> spreads) {

  private record Name(String workload, Contestant who, String metric) {}

  /** All that the results hold, in their order. */
  static List<Curve> of(Results results) {
    Map<Name, SortedMap<Integer, Spread>> curves = new LinkedHashMap<>();
    for (Cell cell : results.cells()) {
      results
          .spread(cell)
          .ifPresent(
              spread ->
                  curves
                      .computeIfAbsent(
                          new Name(cell.workload(), cell.who(), cell.metric()),
                          name -> new TreeMap<>())
                      .put(cell.size(), spread));
    }
    List<Curve> all = new ArrayList<>();
    curves.forEach(
        (name, spreads) -> all.add(new Curve(name.workload, name.who, name.metric, spreads)));
    return all;
  }

  /** How the medians grow; empty if there are not two sizes, or what was measured is no cost. */
  Optional<Growth> growth() {
    if (metric.equals(Metrics.ROUNDS_PER_SECOND)) {
      return Optional.empty();
    }
    SortedMap<Integer, Double> medians = new TreeMap<>();
    spreads.forEach(
        (size, spread) -> {
          if (spread.median() > 0) {
            medians.put(size, spread.median());
          }
        });
    return medians.size() < 2 ? Optional.empty() : Optional.of(Growth.of(medians));
  }
}
