package io.agentsync.diagnosis;

import io.agentsync.deadlock.Outlook;
import io.agentsync.model.Finding;
import io.agentsync.model.Severity;
import io.agentsync.model.SyncStatus;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Names the agents that an open generation waits for. */
final class MissingAgents implements Rule {

  @Override
  public String code() {
    return "missing-agents";
  }

  @Override
  public Optional<Finding> check(Facts facts) {
    SyncStatus status = facts.status();
    if (!status.open() || status.missing().isEmpty()) {
      return Optional.empty();
    }
    Set<String> missing = status.missing();
    boolean pressing = facts.nearDeadline() || missing.stream().anyMatch(facts::willHardlyCome);
    String message =
        "%s %s missing: %d of %d agents have arrived"
            .formatted(
                Words.list(missing),
                Words.isOrAre(missing),
                status.arrived().size(),
                status.required().size());
    String evidence =
        status.arrived().isEmpty()
            ? "nobody has arrived in generation %d".formatted(status.generation())
            : "%s waited for %s in generation %d"
                .formatted(
                    Words.list(status.arrived()), Words.time(status.waited()), status.generation());
    return Optional.of(
        new Finding(
            code(),
            pressing ? Severity.WARNING : Severity.INFO,
            message,
            evidence,
            remedy(facts),
            missing));
  }

  /** Who waits somewhere else has been started already. */
  private static String remedy(Facts facts) {
    Set<String> absent = new TreeSet<>(facts.status().missing());
    absent.removeAll(facts.outlook().map(Outlook::waiting).orElse(Set.of()));
    return absent.isEmpty()
        ? "see to it that %s need not wait elsewhere, or let the others go on: sync-diag force %s"
            .formatted(Words.list(facts.status().missing()), Words.id(facts.status()))
        : Words.startOrForce("start %s", absent, facts);
  }
}
