package io.agentsync.follow;

import io.agentsync.model.Check;
import io.agentsync.model.Domain;
import io.agentsync.model.Moment;
import io.agentsync.model.TimeSource;
import java.time.Instant;

/** Whether the clocks can be trusted that deadlines are judged by (SP-11). */
public final class ClockCheck {

  private static final String NAME = "clock";
  private static final Instant THIS_WAS_WRITTEN = Instant.parse("2025-01-01T00:00:00Z");

  private ClockCheck() {}

  /** Looks. */
  public static Check look(TimeSource time) {
    Moment now = time.now();
    if (now.wall().isBefore(THIS_WAS_WRITTEN)) {
      return Check.warning(
          NAME,
          "the clock on the wall says %s: times in reports are wrong, deadlines are not"
              .formatted(now.wall()),
          "set the clock");
    }
    return now.domain().filter(Domain::ofMachine).isPresent()
        ? Check.ok(
            NAME, "deadlines are judged by the monotonic clock that all processes here share")
        : Check.warning(
            NAME,
            "processes here share no monotonic clock: each counts from when it first sees a record",
            "nothing to do; deadlines may be later by the time it takes to notice");
  }
}
