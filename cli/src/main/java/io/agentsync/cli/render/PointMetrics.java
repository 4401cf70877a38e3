package io.agentsync.cli.render;

import io.agentsync.model.Problem;
import io.agentsync.model.SyncState;
import io.agentsync.model.SyncStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Sync points as numbers. */
final class PointMetrics {

  private PointMetrics() {}

  static Metrics of(List<SyncStatus> points, List<Problem> problems, Instant now) {
    Metrics metrics = new Metrics();
    Metrics.Family counts = metrics.gauge("sync_points", "How many sync points are in that state.");
    for (SyncState state : SyncState.values()) {
      long number = points.stream().filter(point -> point.state() == state).count();
      counts.sample(number, "state", state.name().toLowerCase(Locale.ROOT));
    }
    Metrics.Family generations = metrics.gauge("generation", "The newest generation.");
    points.forEach(point -> generations.sample(point.generation(), labels(point)));
    Metrics.Family required = metrics.gauge("required_agents", "How many agents are needed.");
    points.forEach(point -> required.sample(point.required().size(), labels(point)));
    Metrics.Family missing = metrics.gauge("missing_agents", "How many of them are not there.");
    points.forEach(point -> missing.sample(point.missing().size(), labels(point)));
    Metrics.Family failed = metrics.gauge("failed", "1 if the newest generation failed, else 0.");
    points.forEach(point -> failed.sample(point.state() == SyncState.ERROR ? 1 : 0, labels(point)));
    Metrics.Family overdue = metrics.gauge("overdue", "1 if its deadline has passed, else 0.");
    points.forEach(point -> overdue.sample(PointMark.overdue(point, now) ? 1 : 0, labels(point)));
    Metrics.Family waiting =
        metrics.gauge("waiting_seconds", "For how long its agents have been waiting.");
    points.stream()
        .filter(point -> point.open() && point.startedAt().isPresent())
        .forEach(point -> waiting.sample(Fields.seconds(point.waited()), labels(point)));
    metrics
        .gauge("unreadable", "How many things in the store cannot be read.")
        .sample(problems.size());
    return metrics;
  }

  private static String[] labels(SyncStatus point) {
    return point
        .run()
        .map(run -> new String[] {"id", point.syncId(), "run", run})
        .orElseGet(() -> new String[] {"id", point.syncId()});
  }
}
