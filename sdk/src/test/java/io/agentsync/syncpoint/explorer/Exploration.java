package io.agentsync.syncpoint.explorer;

import java.util.Optional;

/** What came of exploring a scenario. */
record Exploration(
    Scenario scenario, int states, int rests, long millis, Optional<Violation> violation) {

  /** An invariant that does not hold, and the shortest way there. */
  record Violation(String invariant, String what, String trace) {}

  @Override
  public String toString() {
    return "%-50s %,10d states, %,7d ends, %,7d ms%s"
        .formatted(
            scenario.name(),
            states,
            rests,
            millis,
            violation
                .map(v -> "%n%s: %s%n%s".formatted(v.invariant(), v.what(), v.trace()))
                .orElse(""));
  }
}
