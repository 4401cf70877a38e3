package io.agentsync.benchmark.report;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;

/** Where on an axis a value is, in a logarithmic measure. */
final class Scale {

  private static final double ROOM = 1.4;

  private final double low;
  private final double high;
  private final double begin;
  private final double end;

  private Scale(double low, double high, double begin, double end) {
    this.low = low;
    this.high = high;
    this.begin = begin;
    this.end = end;
  }

  /** So that all of the values, greater than 0, lie between two places. */
  static Scale logarithmic(DoubleStream values, double begin, double end) {
    DoubleSummaryStatistics range =
        values.map(value -> Math.max(value, Double.MIN_NORMAL)).summaryStatistics();
    return new Scale(Math.log(range.getMin() / ROOM), Math.log(range.getMax() * ROOM), begin, end);
  }

  /** Of a value; one outside is put at the edge. */
  double place(double value) {
    double log = Math.min(high, Math.max(low, Math.log(Math.max(value, Double.MIN_NORMAL))));
    return begin + (end - begin) * (log - low) / (high - low);
  }

  /** The powers of ten on it. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    for (int power = (int) Math.ceil(low / Math.log(10)); power <= high / Math.log(10); power++) {
      ticks.add(Math.pow(10, power));
    }
    return ticks;
  }
}
