package io.agentsync.cli.render;

import io.agentsync.model.Problem;
import io.agentsync.model.SyncStatus;
import java.util.List;

/** A sync point as JSON and as a plain line. */
public final class PointFields {

  private PointFields() {}

  /** All of it for programs. */
  public static Fields json(SyncStatus point) {
    return new Fields()
        .put("id", point.syncId())
        .put("run", point.run())
        .put("state", point.state().name())
        .put("outcome", point.outcome().map(Enum::name))
        .put("generation", point.generation())
        .names("required", point.required())
        .names("arrived", point.arrived())
        .names("missing", point.missing())
        .names("excused", point.excused())
        .time("startedAt", point.startedAt())
        .time("endedAt", point.endedAt())
        .time("deadline", point.deadline())
        .seconds("timeoutSeconds", point.timeout())
        .put("reason", point.reason())
        .put("actor", point.actor());
  }

  /** Something unreadable, for programs. */
  public static Fields json(Problem problem) {
    return new Fields().put("path", problem.path()).put("reason", problem.reason());
  }

  static Fields line(Problem problem) {
    return Fields.ofLine("problem").all(json(problem));
  }

  static List<Fields> json(List<Problem> problems) {
    return problems.stream().map(PointFields::json).toList();
  }

  static Object[] plain(SyncStatus point) {
    return new Object[] {
      point.syncId(),
      point.state(),
      point.outcome(),
      point.generation(),
      joined(point),
      point.missing(),
      point.startedAt().map(Fields::iso),
      point.endedAt().map(Fields::iso),
      point.deadline().map(Fields::iso),
      Fields.decimal(point.timeout()),
      point.reason(),
      point.run()
    };
  }

  /** How many have arrived of how many, such as {@code 2/3}. */
  public static String joined(SyncStatus point) {
    return point.arrived().size() + "/" + point.required().size();
  }
}
