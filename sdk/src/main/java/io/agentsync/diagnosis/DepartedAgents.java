package io.agentsync.diagnosis;

import io.agentsync.model.Finding;
import io.agentsync.model.Participant;
import io.agentsync.model.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds agents that others wait for and that were registered once but are not any more. */
final class DepartedAgents implements Rule {

  @Override
  public String code() {
    return "departed-agents";
  }

  @Override
  public Optional<Finding> check(Facts facts) {
    List<Participant> departed = facts.awaited(agent -> agent.departedAt().isPresent());
    if (departed.isEmpty()) {
      return Optional.empty();
    }
    Set<String> names = Words.names(departed);
    String evidence =
        departed.stream()
            .map(
                agent ->
                    "the registration of %s ended %s ago"
                        .formatted(
                            agent.agent(),
                            Words.since(agent.departedAt().orElseThrow(), facts.now())))
            .collect(Collectors.joining("; "));
    return Optional.of(
        new Finding(
            code(),
            Severity.WARNING,
            "%s %s left, and %s waited for"
                .formatted(
                    Words.list(names), names.size() == 1 ? "has" : "have", Words.isOrAre(names)),
            evidence,
            Words.startOrForce("start %s again", names, facts),
            names));
  }
}
