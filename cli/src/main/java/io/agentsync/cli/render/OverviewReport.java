package io.agentsync.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The whole store at a glance: its numbers, then all sync points.
 *
 * @param stats the numbers
 * @param list the sync points
 */
public record OverviewReport(StatsReport stats, ListReport list) implements Report {

  @Override
  public List<String> table(Style style) {
    List<String> lines = new ArrayList<>(stats.table(style));
    if (!list.points().isEmpty()) {
      lines.add("");
      lines.addAll(PointTable.lines(list.points(), list.now(), style));
    }
    return lines;
  }

  @Override
  public List<String> plain() {
    return Stream.concat(
            stats.plain().stream(), list.plain().stream().map(line -> "point\t" + line))
        .toList();
  }

  @Override
  public Fields json() {
    return Fields.ofStore(list.store())
        .object("stats", stats.content())
        .object("list", list.content());
  }
}
