package io.agentsync.diagnosis;

import io.agentsync.model.Finding;
import io.agentsync.model.Severity;
import io.agentsync.model.SyncStatus;
import io.agentsync.syncpoint.Mismatch;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Shows agents that came with another set in mind, and in what the sets differ. */
final class MismatchedSets implements Rule {

  @Override
  public String code() {
    return "mismatched-sets";
  }

  @Override
  public Optional<Finding> check(Facts facts) {
    if (facts.mismatches().isEmpty()) {
      return Optional.empty();
    }
    SyncStatus status = facts.status();
    Set<String> agents =
        facts.mismatches().stream().map(Mismatch::agent).collect(Collectors.toSet());
    String evidence =
        "generation %d requires {%s}; "
                .formatted(status.generation(), Words.list(status.required()))
            + facts.mismatches().stream()
                .map(mismatch -> difference(mismatch, status.required()))
                .distinct()
                .collect(Collectors.joining("; "));
    return Optional.of(
        new Finding(
            code(),
            Severity.WARNING,
            "turned away for expecting another set of agents: " + Words.list(new TreeSet<>(agents)),
            evidence,
            "let all agents name the same set, or use another sync point id",
            agents));
  }

  private static String difference(Mismatch mismatch, Set<String> required) {
    TreeSet<String> extra = new TreeSet<>(mismatch.expected());
    extra.removeAll(required);
    String expected =
        "%s expects {%s}".formatted(mismatch.agent(), Words.list(mismatch.expected()));
    return extra.isEmpty()
        ? expected
        : expected + ", where {" + Words.list(extra) + "} is not required";
  }
}
