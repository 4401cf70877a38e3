package io.agentsync.diagnosis;

import io.agentsync.model.AgentInfo;
import io.agentsync.model.Finding;
import io.agentsync.model.NearNames;
import io.agentsync.model.Participant;
import io.agentsync.model.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds agents that others wait for and that nobody has ever registered: names may be mistyped. */
final class NeverRegistered implements Rule {

  @Override
  public String code() {
    return "never-registered";
  }

  @Override
  public Optional<Finding> check(Facts facts) {
    List<Participant> unknown = facts.awaited(Participant::neverRegistered);
    if (unknown.isEmpty()) {
      return Optional.empty();
    }
    Set<String> names = Words.names(unknown);
    int others = facts.roll().agents().size();
    StringBuilder evidence =
        new StringBuilder(
            others == 1
                ? "one other agent is registered in this store"
                : others + " other agents are registered in this store");
    names.forEach(name -> evidence.append(meant(name, facts)));
    return Optional.of(
        new Finding(
            code(),
            Severity.WARNING,
            "%s %s never registered"
                .formatted(Words.list(names), names.size() == 1 ? "was" : "were"),
            evidence.toString(),
            Words.startOrForce("correct the name where it is mistyped, or start %s", names, facts),
            names));
  }

  /** Whom the name may have meant; those whom the sync point needs themselves were not meant. */
  private static String meant(String name, Facts facts) {
    List<String> candidates =
        facts.roll().agents().stream()
            .map(AgentInfo::agentId)
            .filter(agent -> !facts.status().required().contains(agent))
            .toList();
    List<String> near = NearNames.of(name, candidates);
    return near.isEmpty()
        ? ""
        : "; for %s, did you mean %s, which %s registered?"
            .formatted(name, String.join(" or ", near), Words.isOrAre(near));
  }
}
