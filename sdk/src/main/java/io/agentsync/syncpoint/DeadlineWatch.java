package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Judges deadlines for one process (SP-11): by monotonic time where the record was written in the
 * same domain, else from when this process first saw it. The wall clock has no say.
 *
 * <p>Not safe for several threads.
 */
public final class DeadlineWatch {

  private final Map<String, Moment> firstSeen = new HashMap<>();
  private String nonce = "";

  /**
   * How long until the next deadline of a generation, zero or negative when it has passed.
   *
   * @return empty if none runs
   */
  public Optional<Duration> untilNext(Generation generation, Moment now) {
    return next(generation, now).map(Due::in);
  }

  /** The record that ends an overdue generation; empty if it is not overdue. */
  public Optional<Timeout> judge(Generation generation, Moment now, String freshOp) {
    return next(generation, now)
        .filter(due -> due.in().isZero() || due.in().isNegative())
        .map(
            due ->
                new Timeout(
                    freshOp, generation.number(), generation.nonce(), due.deadline().id(), now));
  }

  private Optional<Due> next(Generation generation, Moment now) {
    if (!generation.nonce().equals(nonce)) {
      nonce = generation.nonce();
      firstSeen.clear();
    }
    return generation.deadlines().stream()
        .map(deadline -> new Due(deadline, remaining(deadline, now)))
        .min((one, other) -> one.in().compareTo(other.in()));
  }

  private Duration remaining(Deadline deadline, Moment now) {
    Moment seen = firstSeen.computeIfAbsent(deadline.id(), id -> now);
    Duration elapsed = deadline.from().until(now).or(() -> seen.until(now)).orElse(Duration.ZERO);
    return deadline.after().minus(elapsed);
  }

  private record Due(Deadline deadline, Duration in) {}
}
