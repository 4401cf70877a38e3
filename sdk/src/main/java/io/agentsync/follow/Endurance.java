package io.agentsync.follow;

import io.agentsync.model.Moment;
import io.agentsync.syncpoint.DeadlineWatch;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.SyncPoint;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long those of a lane can be kept waiting while the store fails (SP-12).
 *
 * <p>One thread at a time may use it.
 */
final class Endurance {

  private static final Duration GRACE = Duration.ofSeconds(1);

  /** An ensemble that has lost its leader is back before that, as a rule. */
  private static final Duration OUTAGE = Duration.ofSeconds(10);

  private final DeadlineWatch deadlines;
  private @Nullable Moment lastGood;
  private @Nullable Moment busySince;
  private @Nullable Moment cutOffSince;
  private @Nullable Duration untilDeadline;
  private boolean failing;

  Endurance(DeadlineWatch deadlines) {
    this.deadlines = deadlines;
  }

  /** All went well. */
  void good(SyncPoint point, Moment now) {
    lastGood = now;
    failing = false;
    busySince = null;
    cutOffSince = null;
    untilDeadline = untilDeadline(point, now);
  }

  void failed() {
    failing = true;
  }

  /** The store was busy; returns whether it can be tried again later. */
  boolean bearsBusy(Moment now) {
    failing = true;
    busySince = busySince == null ? now : busySince;
    return busySince.shownUntil(now).compareTo(StandingJournal.PATIENCE) < 0;
  }

  /** The store was cut off; returns whether those who wait for nothing else can be kept. */
  boolean bearsOutage(Moment now) {
    failing = true;
    cutOffSince = cutOffSince == null ? now : cutOffSince;
    return cutOffSince.shownUntil(now).compareTo(OUTAGE) < 0;
  }

  /** Whether a deadline runs for those who wait. */
  boolean deadlineRuns(SyncPoint point, Moment now) {
    return untilDeadline(point, now) != null || untilDeadline != null;
  }

  /** Whether everybody has to be told by now, though the store fails; so it is without deadline. */
  boolean overdue(SyncPoint point, Moment now) {
    Duration left = untilGivenUp(point, now);
    return left.isZero() || left.isNegative();
  }

  /**
   * How long it is until somebody has to be told: by the next deadline of the open generation, or,
   * while the store fails, by what is left to it after that. Empty if that is over, or nothing
   * runs.
   */
  Optional<Duration> untilDue(SyncPoint point, Moment now) {
    if (!failing) {
      boolean closed = untilDeadline == null && point.removed().isPresent();
      // Nobody rings when a closed journal has been taken away.
      return closed ? Optional.of(Duration.ZERO) : Optional.ofNullable(untilDeadline);
    }
    return Optional.of(untilGivenUp(point, now)).filter(left -> !left.isNegative());
  }

  private Duration untilGivenUp(SyncPoint point, Moment now) {
    Duration left = untilDeadline(point, now);
    if (left == null) {
      Duration sinceGood = lastGood == null ? GRACE : lastGood.until(now).orElse(GRACE);
      left = (untilDeadline == null ? Duration.ZERO : untilDeadline).minus(sinceGood);
    }
    return left.plus(GRACE);
  }

  private @Nullable Duration untilDeadline(SyncPoint point, Moment now) {
    Generation open = point.open().orElse(null);
    return open == null ? null : deadlines.untilNext(open, now).orElse(null);
  }
}
