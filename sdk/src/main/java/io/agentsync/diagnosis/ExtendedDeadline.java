package io.agentsync.diagnosis;

import io.agentsync.model.Finding;
import io.agentsync.model.Severity;
import io.agentsync.syncpoint.Extend;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells that a generation was given more time, by whom, and why. */
final class ExtendedDeadline implements Rule {

  @Override
  public String code() {
    return "extended-deadline";
  }

  @Override
  public Optional<Finding> check(Facts facts) {
    List<Extend> extensions = facts.repairs().extensions();
    if (extensions.isEmpty()) {
      return Optional.empty();
    }
    String message =
        extensions.stream()
            .map(each -> "%s by %s".formatted(Words.time(each.by()), each.actor()))
            .collect(Collectors.joining(", ", "was given more time: ", ""));
    String evidence =
        extensions.stream()
            .map(each -> Repairs.why(each.reason()))
            .distinct()
            .collect(Collectors.joining("; "));
    return Optional.of(
        new Finding(code(), Severity.INFO, message, evidence, "nothing to do", Set.of()));
  }
}
