package io.agentsync.cli.render;

import io.agentsync.model.SyncState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The whole store at a glance: how many sync points are in which state, then all of them.
 *
 * @param list the sync points
 */
public record OverviewReport(ListReport list) implements Report {

  @Override
  public List<String> table(Style style) {
    List<String> lines = new ArrayList<>();
    Counts counts = Counts.of(list.points());
    lines.add(style.plain("Store: " + list.store()));
    lines.add("");
    Table table = new Table("TOTAL", "READY", "SYNCING", "COMPLETED", "ERROR", "SUCCESS");
    table.row(
        Table.cell(Tone.STRONG, Long.toString(counts.total())),
        number(counts, SyncState.READY, Tone.PLAIN),
        number(counts, SyncState.SYNCING, Tone.WAITING),
        number(counts, SyncState.COMPLETED, Tone.GOOD),
        number(counts, SyncState.ERROR, Tone.BAD),
        Table.cell(counts.successRate().map(OverviewReport::percent).orElse("-")));
    lines.addAll(table.lines(style));
    if (!list.points().isEmpty()) {
      lines.add("");
      lines.addAll(PointTable.lines(list.points(), list.now(), style));
    }
    return lines;
  }

  @Override
  public List<String> plain() {
    Counts counts = Counts.of(list.points());
    Stream<String> numbers =
        Stream.of(SyncState.values()).map(state -> PlainLine.of("count", state, counts.of(state)));
    return Stream.concat(numbers, list.plain().stream().map(line -> "point\t" + line)).toList();
  }

  @Override
  public Fields json() {
    Counts counts = Counts.of(list.points());
    Fields byState = new Fields();
    for (SyncState state : SyncState.values()) {
      byState.put(state.name(), counts.of(state));
    }
    Fields points =
        new Fields()
            .put("total", counts.total())
            .object("byState", byState)
            .put("successRate", counts.successRate());
    Fields stats =
        new Fields()
            .object("syncPoints", points)
            .objects("problems", PointFields.json(list.problems()));
    return Fields.ofStore(list.store()).object("stats", stats).object("list", list.content());
  }

  private static Table.Cell number(Counts counts, SyncState state, Tone tone) {
    long number = counts.of(state);
    return Table.cell(number == 0 ? Tone.PLAIN : tone, Long.toString(number));
  }

  private static String percent(BigDecimal rate) {
    return rate.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }
}
