package io.agentsync.cli.render;

import io.agentsync.model.Straggler;
import io.agentsync.model.SyncState;
import io.agentsync.model.SyncStatistics;
import io.agentsync.model.WaitTimes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How meetings went: how many, how long, and who was waited for. */
record MeetingNumbers(SyncStatistics numbers) {

  private static final int STRAGGLERS_SHOWN = 10;

  List<String> lines(Style style) {
    List<String> lines = new ArrayList<>(counts().lines(style));
    numbers
        .waits()
        .ifPresent(
            waits ->
                lines.add(
                    style.plain(
                        "Waits: half took at most %s, 95%% at most %s, the longest %s"
                            .formatted(
                                Times.exact(waits.median()),
                                Times.exact(waits.p95()),
                                Times.exact(waits.longest())))));
    if (!numbers.stragglers().isEmpty()) {
      lines.add("");
      lines.addAll(stragglers().lines(style));
      int more = numbers.stragglers().size() - STRAGGLERS_SHOWN;
      if (more > 0) {
        lines.add(style.paint(Tone.MUTED, "and %d more, who cost less".formatted(more)));
      }
    }
    return lines;
  }

  List<String> plain() {
    List<String> lines = new ArrayList<>();
    for (SyncState state : SyncState.values()) {
      lines.add(PlainLine.of("count", state, numbers.in(state)));
    }
    lines.add(PlainLine.of("successRate", successRate()));
    Optional<WaitTimes> waits = numbers.waits();
    lines.add(PlainLine.of("wait", "p50", waits.map(WaitTimes::median).map(Fields::decimal)));
    lines.add(PlainLine.of("wait", "p95", waits.map(WaitTimes::p95).map(Fields::decimal)));
    lines.add(PlainLine.of("wait", "max", waits.map(WaitTimes::longest).map(Fields::decimal)));
    for (Straggler straggler : numbers.stragglers()) {
      lines.add(
          PlainLine.of(
              "straggler",
              straggler.agent(),
              straggler.timesLast(),
              Fields.decimal(straggler.cost())));
    }
    return lines;
  }

  Fields json() {
    Fields byState = new Fields();
    for (SyncState state : SyncState.values()) {
      byState.put(state.name(), numbers.in(state));
    }
    Fields byOutcome = new Fields();
    numbers.byOutcome().forEach((outcome, number) -> byOutcome.put(outcome.name(), number));
    Fields points =
        new Fields()
            .put("total", numbers.total())
            .object("byState", byState)
            .put("successRate", successRate())
            .object("byOutcome", byOutcome);
    Optional<WaitTimes> waits = numbers.waits();
    Fields wait =
        new Fields()
            .seconds("p50Seconds", waits.map(WaitTimes::median))
            .seconds("p95Seconds", waits.map(WaitTimes::p95))
            .seconds("maxSeconds", waits.map(WaitTimes::longest));
    return new Fields()
        .object("syncPoints", points)
        .object("wait", wait)
        .objects(
            "stragglers", numbers.stragglers().stream().map(MeetingNumbers::straggler).toList());
  }

  private Table counts() {
    Table table = new Table("MEETINGS", "READY", "SYNCING", "COMPLETED", "ERROR", "SUCCESS");
    return table.row(
        Table.cell(Tone.STRONG, Long.toString(numbers.total())),
        number(SyncState.READY, Tone.PLAIN),
        number(SyncState.SYNCING, Tone.WAITING),
        number(SyncState.COMPLETED, Tone.GOOD),
        number(SyncState.ERROR, Tone.BAD),
        Table.cell(successRate().map(MeetingNumbers::percent).orElse("-")));
  }

  private Table stragglers() {
    Table table = new Table("STRAGGLER", "TIMES-LAST", "COST-THE-OTHERS");
    for (Straggler straggler : numbers.stragglers().stream().limit(STRAGGLERS_SHOWN).toList()) {
      table.row(
          Table.cell(Tone.STRONG, straggler.agent()),
          Table.cell(Long.toString(straggler.timesLast())),
          Table.cell(Times.exact(straggler.cost())));
    }
    return table;
  }

  private Table.Cell number(SyncState state, Tone tone) {
    long number = numbers.in(state);
    return Table.cell(number == 0 ? Tone.PLAIN : tone, Long.toString(number));
  }

  private Optional<BigDecimal> successRate() {
    return numbers.successRate().isEmpty()
        ? Optional.empty()
        : Optional.of(
            Fields.tidy(
                BigDecimal.valueOf(numbers.successRate().getAsDouble())
                    .setScale(4, RoundingMode.HALF_UP)));
  }

  private static Fields straggler(Straggler straggler) {
    return new Fields()
        .put("agent", straggler.agent())
        .put("timesLast", straggler.timesLast())
        .seconds("costSeconds", straggler.cost());
  }

  private static String percent(BigDecimal rate) {
    return Fields.tidy(rate.movePointRight(2)).toPlainString() + "%";
  }
}
