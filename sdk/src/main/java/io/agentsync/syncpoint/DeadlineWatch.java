package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    Due next = next(generation, now);
    return next == null ? Optional.empty() : Optional.of(next.in());
  }

  /** The deadline by which a generation is overdue; empty if it is not. */
  public Optional<Deadline> judge(Generation generation, Moment now) {
    Due next = next(generation, now);
    return next == null || next.in().compareTo(Duration.ZERO) > 0
        ? Optional.empty()
        : Optional.of(next.deadline());
  }

  /** The deadline that passes first, and how long it has left; empty if none runs. */
  Optional<Due> ruling(Generation generation, Moment now) {
    return Optional.ofNullable(next(generation, now));
  }

  private @Nullable Due next(Generation generation, Moment now) {
    if (!generation.nonce().equals(nonce)) {
      nonce = generation.nonce();
      firstSeen.clear();
    }
    Due next = null;
    for (Deadline deadline : generation.deadlines()) {
      Duration left = remaining(deadline, now);
      if (next == null || left.compareTo(next.in()) < 0) {
        next = new Due(deadline, left);
      }
    }
    return next;
  }

  private Duration remaining(Deadline deadline, Moment now) {
    Moment from = deadline.from();
    if (!from.comparableWith(now)) {
      from = firstSeen.computeIfAbsent(deadline.id(), id -> now);
    }
    return deadline.after().minus(from.until(now).orElse(Duration.ZERO));
  }

  /** One deadline, and how long it has left. */
  record Due(Deadline deadline, Duration in) {}
}
