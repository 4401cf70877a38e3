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
 * @param blocking whether the agent does nothing else until it is told the outcome
 * @param inRun whether it is in a run, which remembers what was completed before a session (SP-4)
 * @param round the round of the run that it names, 1 for the first; empty for the next
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
    Optional<Object> payload,
    boolean blocking,
    boolean inRun,
    Optional<Integer> round) {

  boolean fits(Spec spec) {
    return spec.required().contains(agent) && view.map(spec::implies).orElse(true);
  }

  Set<String> expected() {
    return view.map(Spec::required).orElseGet(() -> Set.of(agent));
  }

  /** Whether this call may have to be told of something that ended before a journal. */
  boolean mayHaveMissed(Head head) {
    if (round.isPresent()) {
      return round.get() <= head.completed();
    }
    return head.after() > told && (inRun || head.at().filter(this::beganAfter).isEmpty());
  }

  /** Whether a generation that has ended could have been for this call (SP-3, SP-4). */
  boolean concerns(Generation past) {
    return fits(past.spec()) && (inRun || endedInThisSession(past));
  }

  /** By the clock, if it can be compared; else only if something of this session came before. */
  private boolean endedInThisSession(Generation past) {
    return began
        .until(past.end().orElseThrow().at())
        .map(since -> !since.isNegative())
        .orElseGet(() -> told > 0 || claimedIn(past));
  }

  private boolean claimedIn(Generation past) {
    return past.claims().stream()
        .anyMatch(claim -> claim.session().filter(session::equals).isPresent());
  }

  private boolean beganAfter(Moment moment) {
    return began.until(moment).filter(Duration::isNegative).isPresent();
  }
}
