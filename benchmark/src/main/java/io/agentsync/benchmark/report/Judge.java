package io.agentsync.benchmark.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the results against the marks. */
final class Judge {

  private static final String UNEXPLAINED = "not explained yet";

  private final Map<String, String> reasons;

  /** With what is known of why a mark is missed, by the mark's id. */
  Judge(Map<String, String> reasons) {
    this.reasons = Map.copyOf(reasons);
  }

  List<Verdict> judge(Results results) {
    return Marks.all().stream().map(mark -> judge(mark, results)).toList();
  }

  private Verdict judge(Mark mark, Results results) {
    Optional<Spread> spread = mark.measure().of(results);
    String reason = "";
    if (spread.isEmpty()) {
      reason = "its workload was not run, or somebody in it failed";
    } else if (!mark.isMetBy(spread.get())) {
      reason = reasons.getOrDefault(mark.id(), UNEXPLAINED);
    }
    return new Verdict(mark, spread, reason);
  }
}
