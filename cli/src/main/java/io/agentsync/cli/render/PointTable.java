package io.agentsync.cli.render;

import io.agentsync.model.SyncStatus;
import java.time.Instant;
import java.util.ArrayList;
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
    boolean runs = points.stream().anyMatch(point -> point.run().isPresent());
    Table table =
        runs
            ? new Table(
                "STATE", "ID", "RUN", "GEN", "JOINED", "WAITING-FOR", "AGE", "DEADLINE", "TIMEOUT")
            : new Table(
                "STATE", "ID", "GEN", "JOINED", "WAITING-FOR", "AGE", "DEADLINE", "TIMEOUT");
    for (SyncStatus point : points) {
      List<Table.Cell> row = new ArrayList<>();
      row.add(PointMark.of(point, now).cell(point, style));
      row.add(Table.cell(Tone.STRONG, point.syncId()));
      if (runs) {
        row.add(Table.cell(point.run().orElse("-")));
      }
      row.add(Table.cell(Long.toString(point.generation())));
      row.add(Table.cell(PointFields.joined(point)));
      row.add(Table.cell(Words.list(point.missing(), names)));
      row.add(Table.cell(since(point).map(then -> Times.ago(then, now)).orElse("-")));
      row.add(Table.cell(deadline(point, now)));
      row.add(Table.cell(Times.length(point.timeout())));
      table.row(row.toArray(Table.Cell[]::new));
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
