package io.agentsync.diagnosis;

import io.agentsync.model.Finding;
import io.agentsync.model.Severity;
import io.agentsync.model.SyncStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Warns when 80 % of the time to the deadline are used up. */
final class DeadlineNear implements Rule {

  @Override
  public String code() {
    return "deadline-near";
  }

  @Override
  public Optional<Finding> check(Facts facts) {
    if (!facts.nearDeadline() || facts.overdue()) {
      return Optional.empty();
    }
    SyncStatus status = facts.status();
    Duration left = facts.untilDeadline().orElseThrow();
    return Optional.of(
        new Finding(
            code(),
            Severity.WARNING,
            "times out in " + Words.time(left),
            "at least 80 %% of the timeout of %s are used up"
                .formatted(Words.time(status.timeout())),
            "bring the missing agents in, or give them more time: %s, or let the others go on: sync-diag force %s"
                .formatted(Words.extend(status), Words.id(status)),
            Set.of()));
  }
}
