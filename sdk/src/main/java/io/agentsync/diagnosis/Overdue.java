package io.agentsync.diagnosis;

import io.agentsync.model.Finding;
import io.agentsync.model.Severity;
import io.agentsync.model.SyncStatus;
import java.util.Optional;
import java.util.Set;

/** Finds an open generation whose deadline has passed: nobody is left to end it. */
final class Overdue implements Rule {

  @Override
  public String code() {
    return "overdue";
  }

  @Override
  public Optional<Finding> check(Facts facts) {
    if (!facts.overdue()) {
      return Optional.empty();
    }
    SyncStatus status = facts.status();
    return Optional.of(
        new Finding(
            code(),
            Severity.ERROR,
            "should have timed out %s ago"
                .formatted(Words.time(facts.untilDeadline().orElseThrow())),
            "a waiting agent ends an overdue generation within a second; those that arrived (%s) seem to be gone or stopped"
                .formatted(Words.list(status.arrived())),
            "end it: sync-diag abort %s, or give it more time from now on: %s"
                .formatted(Words.id(status), Words.extend(status)),
            Set.of()));
  }
}
