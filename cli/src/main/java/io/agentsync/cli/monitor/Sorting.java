package io.agentsync.cli.monitor;

import io.agentsync.cli.render.PointMark;
import io.agentsync.cli.render.PointOrder;
import io.agentsync.model.SyncStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The orders in which the live view shows sync points. */
public enum Sorting {
  /** What is stuck, then what is about to be, what failed, what goes on, what is done. */
  STUCK,
  ID,
  AGE,
  DEADLINE;

  Sorting next() {
    return switch (this) {
      case STUCK -> ID;
      case ID -> AGE;
      case AGE -> DEADLINE;
      case DEADLINE -> STUCK;
    };
  }

  List<SyncStatus> sort(List<SyncStatus> points, Instant now) {
    return switch (this) {
      case STUCK -> points.stream().sorted(stuck(now)).toList();
      case ID -> PointOrder.ID.sort(points, now);
      case AGE -> PointOrder.AGE.sort(points, now);
      case DEADLINE -> PointOrder.DEADLINE.sort(points, now);
    };
  }

  private static Comparator<SyncStatus> stuck(Instant now) {
    return Comparator.<SyncStatus>comparingInt(point -> urgency(point, now))
        .thenComparing(point -> pressing(point, now))
        .thenComparing(SyncStatus::syncId)
        .thenComparing(point -> point.run().orElse(""));
  }

  private static int urgency(SyncStatus point, Instant now) {
    return switch (PointMark.of(point, now)) {
      case OVERDUE -> 0;
      case SYNCING -> TimeUsed.of(point, now).near() ? 1 : 3;
      case ERROR -> 2;
      case READY -> 4;
      case COMPLETED -> 5;
    };
  }

  /** The next deadline first; of what has ended, the newest. */
  private static Duration pressing(SyncStatus point, Instant now) {
    return point
        .endedAt()
        .map(end -> Duration.between(end, now))
        .or(() -> point.deadline().map(deadline -> Duration.between(now, deadline)))
        .orElse(Duration.ZERO);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
