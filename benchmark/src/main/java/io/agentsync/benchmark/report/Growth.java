package io.agentsync.benchmark.report;

import java.util.Locale;
import java.util.SortedMap;

/** How a cost grows with a size, as the power of the size that fits best. */
final class Growth {

  /** What is measured scatters; this much above 1 is still a straight line. */
  private static final double LINEAR = 1.15;

  private final double power;

  private Growth(double power) {
    this.power = power;
  }

  /** From costs by size, at least two of each greater than 0. */
  static Growth of(SortedMap<Integer, Double> costs) {
    double n = costs.size();
    double x = costs.keySet().stream().mapToDouble(Math::log).sum() / n;
    double y = costs.values().stream().mapToDouble(Math::log).sum() / n;
    double above = 0;
    double below = 0;
    for (var cost : costs.entrySet()) {
      double dx = Math.log(cost.getKey()) - x;
      above += dx * (Math.log(cost.getValue()) - y);
      below += dx * dx;
    }
    return new Growth(above / below);
  }

  double power() {
    return power;
  }

  /** In words. */
  String words() {
    String verdict = power <= LINEAR ? "linear or better" : "worse than linear";
    return String.format(Locale.ROOT, "n^%.2f, %s", power, verdict);
  }
}
