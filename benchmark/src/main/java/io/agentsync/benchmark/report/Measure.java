package io.agentsync.benchmark.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A number that a mark is about. */
@FunctionalInterface
interface Measure {

  /** It, from what was measured; empty if that was not. */
  Optional<Spread> of(Results results);

  /** What was measured itself. */
  static Measure value(Cell cell) {
    return results -> results.spread(cell);
  }

  /** What was measured, shared among so many. */
  static Measure share(Cell cell, int among) {
    return results ->
        results
            .spread(cell)
            .map(all -> new Spread(all.min() / among, all.median() / among, all.max() / among));
  }

  /** One as a multiple of another, repetition by repetition. */
  static Measure ratio(Cell one, Cell other) {
    return results -> results.ratio(one, other);
  }

  /** One as a multiple of the best of several, where more is better. */
  static Measure ratioToHighest(Cell one, List<Contestant> others) {
    return ratioToBest(one, others, Comparator.naturalOrder());
  }

  /** One as a multiple of the best of several, where less is better. */
  static Measure ratioToLowest(Cell one, List<Contestant> others) {
    return ratioToBest(one, others, Comparator.reverseOrder());
  }

  private static Measure ratioToBest(Cell one, List<Contestant> others, Comparator<Double> better) {
    return results ->
        others.stream()
            .map(one::of)
            .filter(cell -> results.spread(cell).isPresent())
            .max(
                Comparator.comparing(
                    cell -> results.spread(cell).map(Spread::median).orElseThrow(), better))
            .flatMap(best -> results.ratio(one, best));
  }
}
