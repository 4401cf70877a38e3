package io.agentsync.benchmark.stage;

import io.agentsync.benchmark.crew.Stamps;

/**
 * How long it took in scattered rounds from the last arrival, in microseconds.
 *
 * @param allP50 until all had left, the median
 * @param allP99 until all had left, in 99 % of the rounds
 * @param othersP50 until all who had waited had left, the median
 * @param othersP99 until all who had waited had left, in 99 % of the rounds
 */
public record Releases(double allP50, double allP99, double othersP50, double othersP99) {

  private static final double NANOS_PER_MICRO = 1e3;

  static Releases of(Stamps stamps, int lead) {
    return new Releases(
        stamps.untilAllLeft(lead).percentile(50) / NANOS_PER_MICRO,
        stamps.untilAllLeft(lead).percentile(99) / NANOS_PER_MICRO,
        stamps.untilOthersLeft(lead).percentile(50) / NANOS_PER_MICRO,
        stamps.untilOthersLeft(lead).percentile(99) / NANOS_PER_MICRO);
  }
}
