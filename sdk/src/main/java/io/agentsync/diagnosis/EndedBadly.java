package io.agentsync.diagnosis;

import io.agentsync.model.Finding;
import io.agentsync.model.Severity;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncStatus;
import java.util.Optional;

/** Explains a generation that failed. */
final class EndedBadly implements Rule {

  @Override
  public String code() {
    return "ended-badly";
  }

  @Override
  public Optional<Finding> check(Facts facts) {
    SyncStatus status = facts.status();
    Optional<SyncOutcome> failure = status.outcome().filter(outcome -> !outcome.success());
    return failure.map(
        outcome ->
            new Finding(
                code(),
                Severity.ERROR,
                message(outcome, status),
                evidence(status),
                remedy(),
                status.missing()));
  }

  private static String message(SyncOutcome outcome, SyncStatus status) {
    if (outcome == SyncOutcome.TIMED_OUT) {
      return "timed out after %s without %s"
          .formatted(Words.time(status.waited()), Words.list(status.missing()));
    }
    if (outcome == SyncOutcome.AGENT_LOST) {
      return "ended because an agent was lost"
          + status.reason().map(reason -> ": " + reason).orElse("");
    }
    String by = status.actor().map(actor -> " by " + actor).orElse("");
    String why = status.reason().map(reason -> ": " + reason).orElse("");
    return "was aborted" + by + why;
  }

  private static String evidence(SyncStatus status) {
    String arrived = status.arrived().isEmpty() ? "nobody" : Words.list(status.arrived());
    return "%s had arrived in generation %d; everybody who waited was told the same"
        .formatted(arrived, status.generation());
  }

  private static String remedy() {
    return "call again to meet in the next generation, or clear it away: "
        + "sync-diag cleanup --state error";
  }
}
