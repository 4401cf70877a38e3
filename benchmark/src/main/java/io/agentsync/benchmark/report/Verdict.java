package io.agentsync.benchmark.report;

import java.util.Optional;

/**
 * What became of a mark.
 *
 * @param spread what was measured; empty if it was not
 * @param reason why it is missed or was not measured; empty if it is met
 */
record Verdict(Mark mark, Optional<Spread> spread, String reason) {

  boolean isMet() {
    return spread.filter(mark::isMetBy).isPresent();
  }

  /** In a word. */
  String word() {
    return spread.isEmpty() ? "not measured" : isMet() ? "met" : "short";
  }

  String measured() {
    return spread.map(all -> Numbers.spread(all, mark.unit())).orElse("-");
  }
}
