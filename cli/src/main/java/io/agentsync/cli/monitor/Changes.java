package io.agentsync.cli.monitor;

import io.agentsync.cli.monitor.Change.Kind;
import io.agentsync.cli.render.PointMark;
import io.agentsync.model.Problem;
import io.agentsync.model.StoreSurvey;
import io.agentsync.model.SyncStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds what changed in a store between two looks at it. */
final class Changes {

  private final Look.Seen before;
  private final Look.Seen after;
  private final Instant at;
  private final List<Change> found = new ArrayList<>();

  private Changes(Look.Seen before, Look.Seen after) {
    this.before = before;
    this.after = after;
    this.at = after.at();
  }

  /** What is there at the first look. */
  static List<Change> found(Look.Seen first) {
    List<Change> found = new ArrayList<>();
    first.survey().syncPoints().forEach(point -> found.add(Stories.found(point, first.at())));
    first
        .survey()
        .problems()
        .forEach(problem -> found.add(Change.of(first.at(), Kind.UNREADABLE, problem)));
    return List.copyOf(found);
  }

  static List<Change> between(Look.Seen before, Look.Seen after) {
    return new Changes(before, after).find();
  }

  private List<Change> find() {
    Map<PointId, SyncStatus> old = byId(before.survey());
    Map<PointId, SyncStatus> young = byId(after.survey());
    Set<Problem> healed = difference(before.survey().problems(), after.survey().problems());
    Set<Problem> broken = difference(after.survey().problems(), before.survey().problems());
    healed.forEach(problem -> found.add(Change.of(at, Kind.READABLE, problem)));
    broken.forEach(problem -> found.add(Change.of(at, Kind.UNREADABLE, problem)));
    young.forEach(
        (id, point) -> {
          SyncStatus known = old.get(id);
          if (known != null) {
            compare(known, point);
          } else if (healed.isEmpty()) {
            begun(point, 0);
          } else {
            // It may have been there all the time, and only could not be read.
            found.add(Stories.found(point, at));
          }
        });
    // What vanished just when something became unreadable may be just that.
    if (broken.isEmpty()) {
      old.forEach(
          (id, point) -> {
            if (!young.containsKey(id)) {
              found.add(Stories.removed(point, at));
            }
          });
    }
    return List.copyOf(found);
  }

  private void compare(SyncStatus old, SyncStatus young) {
    if (old.generation() != young.generation()) {
      begun(young, young.generation() - old.generation() - 1 + (old.open() ? 1 : 0));
      return;
    }
    Set<String> came = difference(young.arrived(), old.arrived());
    if (!came.isEmpty()) {
      found.add(Stories.arrived(young, came, at));
    }
    Set<String> left = difference(old.arrived(), young.arrived());
    if (!left.isEmpty()) {
      found.add(Stories.withdrew(young, left, at));
    }
    Set<String> excused = difference(young.excused(), old.excused());
    if (!excused.isEmpty()) {
      found.add(Stories.excused(young, excused, at));
    }
    if (old.open() && !young.open()) {
      found.add(Stories.ended(young, 0, at));
    } else if (PointMark.overdue(young, at) && !PointMark.overdue(old, before.at())) {
      found.add(Stories.overdue(young, at));
    }
  }

  /** A generation that was not there before; some ended since the last look, unseen. */
  private void begun(SyncStatus point, long unseen) {
    if (!point.open()) {
      found.add(Stories.ended(point, unseen, at));
      return;
    }
    found.add(Stories.opened(point, unseen, at));
    if (PointMark.overdue(point, at)) {
      found.add(Stories.overdue(point, at));
    }
  }

  private static Map<PointId, SyncStatus> byId(StoreSurvey survey) {
    Map<PointId, SyncStatus> points = new LinkedHashMap<>();
    survey.syncPoints().forEach(point -> points.put(PointId.of(point), point));
    return points;
  }

  private static Set<Problem> difference(List<Problem> all, List<Problem> without) {
    Set<Problem> rest = new LinkedHashSet<>(all);
    without.forEach(rest::remove);
    return rest;
  }

  private static Set<String> difference(Set<String> all, Set<String> without) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(without);
    return rest;
  }
}
