package io.agentsync.cli.render;

import io.agentsync.model.Blocker;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The whole store at a glance: its numbers, whom many wait for, then all sync points.
 *
 * @param stats the numbers
 * @param blockers whom many agents wait for in the end, the worst first
 * @param list the sync points
 */
public record OverviewReport(StatsReport stats, List<Blocker> blockers, ListReport list)
    implements Report {

  @Override
  public List<String> table(Style style) {
    List<String> lines = new ArrayList<>(stats.table(style));
    if (!blockers.isEmpty()) {
      lines.add("");
      lines.addAll(BlockerLines.table(blockers, style));
    }
    if (!list.points().isEmpty()) {
      lines.add("");
      lines.addAll(PointTable.lines(list.points(), list.now(), style));
    }
    return lines;
  }

  @Override
  public List<String> plain() {
    return Stream.of(
            stats.plain().stream(),
            BlockerLines.plain(blockers).stream(),
            list.plain().stream().map(line -> "point\t" + line))
        .flatMap(lines -> lines)
        .toList();
  }

  @Override
  public Fields json() {
    return Fields.ofStore(list.store())
        .object("stats", stats.content())
        .object("list", list.content())
        .objects("blockers", BlockerLines.json(blockers));
  }
}
