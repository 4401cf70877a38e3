package io.agentsync.cli.render;

import io.agentsync.model.SyncStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Sync points for people, one a row. */
final class PointTable {

  private static final List<Integer> NAMES_SHOWN = List.of(8, 4, 3, 2, 1);

  private PointTable() {}

  static List<String> lines(List<SyncStatus> points, Instant now, Style style) {
    Table whole = table(points, now, style, Integer.MAX_VALUE);
    if (style.width().isEmpty() || whole.width(style) <= style.width().getAsInt()) {
      return whole.lines(style);
    }
    // Only names of agents give way to a narrow terminal: ids are there to be copied.
    int columns = style.width().getAsInt();
    return IntStream.range(0, NAMES_SHOWN.size())
        .mapToObj(i -> table(points, now, style, NAMES_SHOWN.get(i)))
        .filter(table -> table.width(style) <= columns)
        .findFirst()
        .orElseGet(() -> table(points, now, style, 0))
        .lines(style);
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
