package io.agentsync.diagnosis;

import io.agentsync.model.Finding;
import io.agentsync.model.Problem;
import io.agentsync.model.Severity;
import java.util.Optional;
import java.util.Set;

/** Tells that not all is known of agents, because the registry cannot be read. */
final class UnreadableRegistry implements Rule {

  @Override
  public String code() {
    return "unreadable-registry";
  }

  @Override
  public Optional<Finding> check(Facts facts) {
    return facts.roll().problems().stream().findFirst().map(this::finding);
  }

  private Finding finding(Problem first) {
    return new Finding(
        code(),
        Severity.WARNING,
        "the registry cannot be read in full: agents may be shown as if they were not registered",
        first.path() + ": " + first.reason(),
        "look at what else writes to that file; agents that run register again by themselves",
        Set.of());
  }
}
