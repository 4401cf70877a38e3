package io.agentsync.cli.render;

import io.agentsync.model.SyncStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Sync points for people, one a row. */
final class PointTable {

  // Only names of agents give way to a narrow terminal: ids are there to be copied.
  private static final List<Integer> NAMES_SHOWN = List.of(Integer.MAX_VALUE, 8, 4, 3, 2, 1, 0);

  private PointTable() {}

  static List<String> lines(List<SyncStatus> points, Instant now, Style style) {
    return Table.fitting(
        style,
        NAMES_SHOWN.stream()
            .<Supplier<Table>>map(names -> () -> table(points, now, style, names))
            .toList());
  }

  /** From when its age counts: its end, or else its first arrival. */
  static Optional<Instant> since(SyncStatus point) {
    return point.endedAt().or(point::startedAt);
  }

  private static Table table(List<SyncStatus> points, Instant now, Style style, int names) {
    Table table =
        new Table("STATE", "ID", "GEN", "JOINED", "WAITING-FOR", "AGE", "DEADLINE", "TIMEOUT");
    for (SyncStatus point : points) {
      table.row(
          PointMark.of(point, now).cell(point, style),
          Table.cell(Tone.STRONG, point.syncId()),
          Table.cell(Long.toString(point.generation())),
          Table.cell(PointFields.joined(point)),
          Table.cell(Words.list(point.missing(), names)),
          Table.cell(since(point).map(then -> Times.ago(then, now)).orElse("-")),
          Table.cell(deadline(point, now)),
          Table.cell(Times.length(point.timeout())));
    }
    return table;
  }

  static String deadline(SyncStatus point, Instant now) {
    return point
        .deadline()
        .filter(deadline -> point.open())
        .map(deadline -> Times.until(deadline, now))
        .orElse("-");
  }
}
