package io.agentsync.diagnosis;

import io.agentsync.model.Finding;
import io.agentsync.model.Problem;
import io.agentsync.model.Severity;
import java.util.Optional;
import java.util.Set;

/** Reports records that could not be read, and so count for nobody. */
final class DamagedRecords implements Rule {

  @Override
  public String code() {
    return "damaged-records";
  }

  @Override
  public Optional<Finding> check(Facts facts) {
    if (facts.problems().isEmpty()) {
      return Optional.empty();
    }
    Problem first = facts.problems().get(0);
    int count = facts.problems().size();
    return Optional.of(
        new Finding(
            code(),
            Severity.WARNING,
            count == 1 ? "one record is damaged and void" : count + " records are damaged and void",
            first.path() + ": " + first.reason(),
            "an agent of this library writes a lost record again by itself; look at what else writes to that file",
            Set.of()));
  }
}
