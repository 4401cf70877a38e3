package io.agentsync.syncpoint;

import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts what the fold says into the result that a caller is given. */
final class Answers {

  private Answers() {}

  /**
   * The outcome of a generation, the same for everybody (SP-9) but for {@code late} and the
   * failures that this caller missed.
   */
  static SyncResult told(Call call, Generation generation, boolean late, List<Generation> missed) {
    End end = generation.end().orElseThrow();
    Optional<String> reason = end.reason();
    if (!missed.isEmpty()) {
      String remark = missed.stream().map(Answers::missed).collect(Collectors.joining("; "));
      reason = Optional.of(reason.map(said -> said + "; " + remark).orElse(remark));
    }
    return result(call, generation.number(), end.outcome(), late, generation, reason, end.actor());
  }

  static SyncResult withdrawn(Call call, long number, Optional<Generation> generation) {
    Optional<String> reason = Optional.of(call.agent() + " gave up");
    return generation
        .map(
            facts ->
                result(call, number, SyncOutcome.WITHDRAWN, false, facts, reason, Optional.empty()))
        .orElseGet(() -> alone(call, number, SyncOutcome.WITHDRAWN, call.expected(), reason));
  }

  static SyncResult mismatched(Call call, long number, Spec spec) {
    String reason =
        "%s expects %s, but generation %d of \"%s\" requires %s"
            .formatted(
                call.agent(),
                call.view().map(Answers::words).orElse("to be one of them"),
                number,
                call.syncId(),
                words(spec));
    return alone(call, number, SyncOutcome.MISMATCH, spec.required(), Optional.of(reason));
  }

  private static SyncResult result(
      Call call,
      long number,
      SyncOutcome outcome,
      boolean late,
      Generation facts,
      Optional<String> reason,
      Optional<String> actor) {
    return new SyncResult(
        call.syncId(),
        number,
        outcome,
        late,
        facts.spec().required(),
        facts.arrived(),
        facts.missing(),
        facts.excused(),
        facts.payloads(),
        reason,
        actor,
        Duration.ZERO);
  }

  private static SyncResult alone(
      Call call, long number, SyncOutcome outcome, Set<String> required, Optional<String> reason) {
    return new SyncResult(
        call.syncId(),
        number,
        outcome,
        false,
        required,
        Set.of(),
        required,
        Set.of(),
        Map.of(),
        reason,
        Optional.empty(),
        Duration.ZERO);
  }

  private static String missed(Generation failed) {
    return "generation %d was missed, it ended %s"
        .formatted(failed.number(), failed.end().orElseThrow().outcome());
  }

  private static String words(Spec spec) {
    String agents = "{" + String.join(", ", spec.required()) + "}";
    return spec.rule() instanceof CompletionRule.Quorum quorum
        ? quorum.least() + " of " + agents
        : agents;
  }
}
