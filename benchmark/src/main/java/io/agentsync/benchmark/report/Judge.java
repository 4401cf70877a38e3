package io.agentsync.benchmark.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

  private static String failures(Mark mark, Results results) {
    String failures =
        results.absent().stream()
            .filter(absence -> absence.workload().equals(mark.about().workload()))
            .map(Absence::toString)
            .collect(Collectors.joining("; "));
    return failures.isEmpty() ? "its workload was not run" : failures;
  }

  private Verdict judge(Mark mark, Results results) {
    Optional<Spread> spread = mark.measure().of(results);
    String reason = "";
    if (spread.isEmpty()) {
      reason = failures(mark, results);
    } else if (!mark.isMetBy(spread.get())) {
      reason = reasons.getOrDefault(mark.id(), UNEXPLAINED);
    }
    return new Verdict(mark, spread, reason);
  }
}
