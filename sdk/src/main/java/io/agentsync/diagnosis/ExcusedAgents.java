package io.agentsync.diagnosis;

import io.agentsync.model.Finding;
import io.agentsync.model.Names;
import io.agentsync.model.Severity;
import io.agentsync.syncpoint.Excuse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells which agents a generation does without, who has said so, and why. */
final class ExcusedAgents implements Rule {

  @Override
  public String code() {
    return "excused-agents";
  }

  @Override
  public Optional<Finding> check(Facts facts) {
    List<Excuse> excuses = facts.repairs().excuses();
    if (excuses.isEmpty()) {
      return Optional.empty();
    }
    Set<String> agents = Names.sorted(excuses.stream().map(Excuse::agent).toList());
    Set<String> actors = Names.sorted(excuses.stream().map(Excuse::actor).toList());
    String evidence =
        excuses.stream()
            .map(excuse -> excuse.agent() + ": " + Repairs.why(excuse.reason()))
            .collect(Collectors.joining("; "));
    return Optional.of(
        new Finding(
            code(),
            Severity.INFO,
            "%s %s excused by %s"
                .formatted(
                    Words.list(agents), agents.size() == 1 ? "was" : "were", Words.list(actors)),
            evidence,
            facts.status().open()
                ? "nothing to do; who comes in time all the same counts"
                : "nothing to do; it ended without them",
            agents));
  }
}
