package io.agentsync.cli.render;

import io.agentsync.model.AgentInfo;
import io.agentsync.model.AgentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Agents for people, one a row. On a narrow terminal, what a reader can do without is shortened and
 * then left out; ids never.
 *
 * @param agents whom to show, in order
 * @param now the present, which ages are relative to
 * @param staleAfter from when on silence is called stale; empty if nobody asked
 */
record AgentTable(List<AgentInfo> agents, Instant now, Optional<Duration> staleAfter) {

  private static final int WIDE = 0;
  private static final int SHORT_TEXTS = 2;
  private static final int NO_PROCESSES = 3;
  private static final int NO_ACTIONS = 4;
  private static final int TEXT = 16;

  private record Column(String header, Function<AgentInfo, Table.Cell> cell) {}

  List<String> lines(Style style) {
    return Table.fitting(
        style,
        IntStream.rangeClosed(WIDE, NO_ACTIONS)
            .<Supplier<Table>>mapToObj(narrowness -> () -> table(style, narrowness))
            .toList());
  }

  /** Whether an agent has not been heard of for so long that it counts as stale. */
  boolean stale(AgentInfo agent) {
    return staleAfter
        .filter(limit -> Duration.between(agent.lastSeen(), now).compareTo(limit) >= 0)
        .isPresent();
  }

  private Table table(Style style, int narrowness) {
    List<Column> columns = columns(style, narrowness);
    Table table = new Table(columns.stream().map(Column::header).toArray(String[]::new));
    for (AgentInfo agent : agents) {
      table.row(
          columns.stream().map(column -> column.cell().apply(agent)).toArray(Table.Cell[]::new));
    }
    return table;
  }

  private List<Column> columns(Style style, int narrowness) {
    int names = narrowness == WIDE ? Integer.MAX_VALUE : 1;
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("LIVENESS", agent -> LivenessMark.of(agent.liveness()).cell(style)));
    columns.add(new Column("AGENT", agent -> Table.cell(Tone.STRONG, agent.agentId())));
    columns.add(new Column("STATUS", AgentTable::status));
    columns.add(new Column("SEEN", this::seen));
    if (any(AgentInfo::waitingAt)) {
      columns.add(new Column("WAITS-AT", agent -> text(agent.waitingAt())));
    }
    columns.add(new Column("ROLE", agent -> text(Optional.of(agent.role()), narrowness)));
    columns.add(
        new Column(
            "CAPABILITIES", agent -> Table.cell(Words.list(agent.syncCapabilities(), names))));
    if (narrowness < NO_ACTIONS && any(AgentInfo::lastAction)) {
      columns.add(new Column("LAST-ACTION", agent -> text(agent.lastAction(), narrowness)));
    }
    if (narrowness < NO_PROCESSES && any(AgentInfo::process)) {
      columns.add(new Column("PROCESS", agent -> text(agent.process())));
    }
    return columns;
  }

  private boolean any(Function<AgentInfo, Optional<String>> known) {
    return agents.stream().anyMatch(agent -> known.apply(agent).isPresent());
  }

  private Table.Cell seen(AgentInfo agent) {
    String ago = Times.ago(agent.lastSeen(), now);
    return stale(agent) ? Table.cell(Tone.BAD, ago + " (stale)") : Table.cell(ago);
  }

  private static Table.Cell status(AgentInfo agent) {
    Tone tone = agent.status() == AgentStatus.ERROR ? Tone.BAD : Tone.PLAIN;
    return Table.cell(tone, agent.status().name());
  }

  private static Table.Cell text(Optional<String> text) {
    return Table.cell(text.filter(known -> !known.isEmpty()).orElse("-"));
  }

  private static Table.Cell text(Optional<String> text, int narrowness) {
    return text(narrowness < SHORT_TEXTS ? text : text.map(known -> Words.shortened(known, TEXT)));
  }
}
