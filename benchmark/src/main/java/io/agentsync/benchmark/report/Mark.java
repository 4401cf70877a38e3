package io.agentsync.benchmark.report;

/**
 * Something that has been promised.
 *
 * @param id what a reason for missing it is found by
 * @param claim what is promised, without the number
 * @param about what of ours is judged
 * @param measure what number of it
 * @param atLeast whether it has to reach the bound; else it may not pass it
 * @param bound the number that was promised
 * @param unit of the number
 */
record Mark(
    String id,
    String claim,
    Cell about,
    Measure measure,
    boolean atLeast,
    double bound,
    String unit) {

  static Mark atLeast(
      String id, String claim, Cell about, Measure measure, double bound, String unit) {
    return new Mark(id, claim, about, measure, true, bound, unit);
  }

  static Mark atMost(
      String id, String claim, Cell about, Measure measure, double bound, String unit) {
    return new Mark(id, claim, about, measure, false, bound, unit);
  }

  /** Judged by the median. */
  boolean isMetBy(Spread spread) {
    return atLeast ? spread.median() >= bound : spread.median() <= bound;
  }

  /** The bound in words. */
  String promise() {
    return (atLeast ? "≥ " : "≤ ") + Numbers.plain(bound) + unit;
  }
}
