package io.agentsync.diagnosis;

import io.agentsync.model.Finding;
import io.agentsync.model.Severity;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncStatus;
import java.util.Optional;

/** Tells that a generation was completed by an operator, and without whom. */
final class ForcedThrough implements Rule {

  @Override
  public String code() {
    return "forced-through";
  }

  @Override
  public Optional<Finding> check(Facts facts) {
    SyncStatus status = facts.status();
    return status
        .outcome()
        .filter(outcome -> outcome == SyncOutcome.FORCED)
        .map(
            outcome ->
                new Finding(
                    code(),
                    Severity.INFO,
                    "was forced by %s without %s"
                        .formatted(
                            status.actor().orElse("somebody"),
                            status.missing().isEmpty()
                                ? "anybody missing"
                                : Words.list(status.missing())),
                    status.reason().orElse("no reason was given"),
                    "nothing to do; the missing agents are told when they come",
                    status.missing()));
  }
}
