package io.agentsync.syncpoint;

import io.agentsync.model.ArrivalStatus;
import io.agentsync.model.Moment;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A call to take part (SP-1).
 *
 * @param syncId the sync point
 * @param store where it is, for messages
 * @param agent who calls
 * @param session in which process's life
 * @param began when that session began
 * @param told the last generation whose outcome this agent has been told in this session; 0 if none
 * @param view what it expects; empty to take the newest spec as it is
 * @param timeout the timeout that was given explicitly
 * @param status what the agent says of its part
 * @param payload what it brings; JDK values
 */
public record Call(
    String syncId,
    String store,
    String agent,
    String session,
    Moment began,
    long told,
    Optional<Spec> view,
    Optional<Duration> timeout,
    ArrivalStatus status,
    Optional<Object> payload) {

  boolean fits(Spec spec) {
    return spec.required().contains(agent) && view.map(spec::implies).orElse(true);
  }

  Set<String> expected() {
    return view.map(Spec::required).orElseGet(() -> Set.of(agent));
  }

  /** Whether something may have ended before a journal that this call is still to be told of. */
  boolean mayHaveMissed(Head head) {
    return head.after() > told
        && head.at().flatMap(began::until).map(since -> !since.isNegative()).orElse(true);
  }

  /** Whether this call could not have been for a generation, because it was over before (SP-3). */
  boolean tooYoungFor(End end) {
    return began.until(end.at()).map(Duration::isNegative).orElse(true);
  }
}
