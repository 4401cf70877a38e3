package io.agentsync.diagnosis;

import io.agentsync.model.Finding;
import io.agentsync.model.Liveness;
import io.agentsync.model.Participant;
import io.agentsync.model.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds agents that others wait for and that have not been heard of for longer than usual. */
final class SilentAgents implements Rule {

  @Override
  public String code() {
    return "silent-agents";
  }

  @Override
  public Optional<Finding> check(Facts facts) {
    List<Participant> silent =
        facts.awaited(agent -> is(agent, Liveness.LATE) || is(agent, Liveness.SUSPECT));
    if (silent.isEmpty()) {
      return Optional.empty();
    }
    Set<String> names = Words.names(silent);
    boolean suspect = silent.stream().anyMatch(agent -> is(agent, Liveness.SUSPECT));
    String evidence =
        silent.stream()
            .flatMap(participant -> participant.registered().stream())
            .map(
                agent ->
                    "%s is %s: %s".formatted(agent.agentId(), agent.liveness(), agent.evidence()))
            .collect(Collectors.joining("; "));
    return Optional.of(
        new Finding(
            code(),
            suspect ? Severity.WARNING : Severity.INFO,
            "%s %s not been heard of for a while"
                .formatted(Words.list(names), names.size() == 1 ? "has" : "have"),
            evidence,
            Words.startOrForce(
                "look whether %s still works: it may be stopped, stuck or very busy", names, facts),
            names));
  }

  private static boolean is(Participant participant, Liveness liveness) {
    return participant.liveness().filter(liveness::equals).isPresent();
  }
}
