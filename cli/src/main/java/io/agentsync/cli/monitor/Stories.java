package io.agentsync.cli.monitor;

import io.agentsync.cli.monitor.Change.Kind;
import io.agentsync.cli.render.PointFields;
import io.agentsync.cli.render.PointMark;
import io.agentsync.cli.render.Times;
import io.agentsync.cli.render.Words;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Tells what happened at a sync point, in a few words. */
final class Stories {

  private static final int NAMES = 4;

  private Stories() {}

  static Change found(SyncStatus point, Instant at) {
    String waiting =
        point.open() && !point.missing().isEmpty() ? ", waiting for " + names(point.missing()) : "";
    String words =
        PointMark.of(point, at).word(point) + " (" + PointFields.joined(point) + ")" + waiting;
    return Change.of(at, Kind.FOUND, point, Set.of(), words);
  }

  static Change opened(SyncStatus point, long unseen, Instant at) {
    String words =
        point.arrived().isEmpty()
            ? "declared, waiting for " + names(point.missing())
            : "opened, " + came(point, point.arrived());
    return Change.of(at, Kind.OPENED, point, point.arrived(), words + unseen(unseen));
  }

  static Change arrived(SyncStatus point, Set<String> agents, Instant at) {
    return Change.of(at, Kind.ARRIVED, point, agents, came(point, agents));
  }

  static Change withdrew(SyncStatus point, Set<String> agents, Instant at) {
    String words = "%s withdrew (%s)".formatted(names(agents), PointFields.joined(point));
    return Change.of(at, Kind.WITHDREW, point, agents, words);
  }

  static Change excused(SyncStatus point, Set<String> agents, Instant at) {
    return Change.of(at, Kind.EXCUSED, point, agents, "goes on without " + names(agents));
  }

  static Change overdue(SyncStatus point, Instant at) {
    String words = "overdue, still waiting for " + names(point.missing());
    return Change.of(at, Kind.OVERDUE, point, point.missing(), words);
  }

  static Change ended(SyncStatus point, long unseen, Instant at) {
    String outcome = point.outcome().map(Words::outcome).orElse("ended");
    String words =
        outcome
            + " after "
            + Times.length(point.waited())
            + (point.missing().isEmpty() ? "" : " without " + names(point.missing()))
            + point.actor().map(actor -> ", by " + actor).orElse("")
            + reason(point);
    return Change.of(at, Kind.ENDED, point, Set.of(), words + unseen(unseen));
  }

  static Change removed(SyncStatus point, Instant at) {
    return Change.of(at, Kind.REMOVED, point, Set.of(), "cleaned up");
  }

  /** Of a timeout it would only repeat who is missing. */
  private static String reason(SyncStatus point) {
    return point
        .reason()
        .filter(reason -> !point.outcome().equals(Optional.of(SyncOutcome.TIMED_OUT)))
        .map(reason -> ": " + reason)
        .orElse("");
  }

  private static String came(SyncStatus point, Collection<String> agents) {
    return "%s arrived (%s)".formatted(names(agents), PointFields.joined(point));
  }

  private static String names(Collection<String> agents) {
    return Words.list(agents, NAMES);
  }

  private static String unseen(long generations) {
    return generations <= 0
        ? ""
        : "; %s ended in between".formatted(Words.count(generations, "generation"));
  }
}
