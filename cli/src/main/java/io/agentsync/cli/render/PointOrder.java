package io.agentsync.cli.render;

import io.agentsync.model.SyncStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The orders in which sync points can be shown. */
public enum PointOrder {
  /** What needs a look first, then the oldest first. */
  PROBLEMS,
  ID,
  STATE,
  AGE,
  DEADLINE;

  private static final List<PointMark> URGENCY =
      List.of(
          PointMark.ERROR,
          PointMark.OVERDUE,
          PointMark.SYNCING,
          PointMark.READY,
          PointMark.COMPLETED);

  /** The points in this order; those that have no such thing come last, equals by id and run. */
  public List<SyncStatus> sort(List<SyncStatus> points, Instant now) {
    return sort(points, point -> point, now);
  }

  /** As {@link #sort(List, Instant)}, things that are each about one point. */
  public <T> List<T> sort(List<T> things, Function<T, SyncStatus> point, Instant now) {
    return things.stream().sorted(Comparator.comparing(point, comparator(now))).toList();
  }

  private Comparator<SyncStatus> comparator(Instant now) {
    return byKey(now)
        .thenComparing(SyncStatus::syncId)
        .thenComparing(status -> status.run().orElse(""));
  }

  private Comparator<SyncStatus> byKey(Instant now) {
    return switch (this) {
      case PROBLEMS ->
          Comparator.<SyncStatus>comparingInt(point -> URGENCY.indexOf(PointMark.of(point, now)))
              .thenComparing(PointOrder::since);
      case ID -> Comparator.comparing(SyncStatus::syncId);
      case STATE -> Comparator.comparing(SyncStatus::state).thenComparing(PointOrder::since);
      case AGE -> Comparator.comparing(PointOrder::since);
      case DEADLINE -> Comparator.comparing(PointOrder::due);
    };
  }

  private static Instant since(SyncStatus point) {
    return PointTable.since(point).orElse(Instant.MAX);
  }

  private static Instant due(SyncStatus point) {
    return point.deadline().filter(deadline -> point.open()).orElse(Instant.MAX);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
