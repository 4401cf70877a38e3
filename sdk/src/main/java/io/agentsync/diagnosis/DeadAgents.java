package io.agentsync.diagnosis;

import io.agentsync.model.AgentInfo;
import io.agentsync.model.Finding;
import io.agentsync.model.Liveness;
import io.agentsync.model.Participant;
import io.agentsync.model.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds agents that others wait for and that are proven dead: they will not come by themselves. */
final class DeadAgents implements Rule {

  @Override
  public String code() {
    return "dead-agents";
  }

  @Override
  public Optional<Finding> check(Facts facts) {
    List<Participant> dead = facts.awaited(DeadAgents::dead);
    if (dead.isEmpty()) {
      return Optional.empty();
    }
    Set<String> names = Words.names(dead);
    String evidence =
        dead.stream()
            .flatMap(participant -> participant.registered().stream())
            .map(agent -> evidence(agent, facts))
            .collect(Collectors.joining("; "));
    return Optional.of(
        new Finding(
            code(),
            Severity.ERROR,
            "%s %s dead, and %s waited for"
                .formatted(Words.list(names), Words.isOrAre(names), Words.isOrAre(names)),
            evidence,
            Words.startOrForce("start %s again", names, facts),
            names));
  }

  static boolean dead(Participant participant) {
    return participant.liveness().filter(Liveness.DEAD::equals).isPresent();
  }

  private static String evidence(AgentInfo agent, Facts facts) {
    return "%s: %s; last heard of %s ago"
        .formatted(agent.agentId(), agent.evidence(), Words.since(agent.lastSeen(), facts.now()));
  }
}
