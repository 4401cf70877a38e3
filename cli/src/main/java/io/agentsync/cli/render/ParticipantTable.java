package io.agentsync.cli.render;

import io.agentsync.model.AgentInfo;
import io.agentsync.model.Participant;
import io.agentsync.model.SyncDiagnosis;
import io.agentsync.model.SyncStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Who has to come to a sync point, whether they have, and what the registry knows of them; nothing
 * of the latter where nobody uses it.
 *
 * @param point the sync point
 * @param participants who has to come or has come
 * @param now the present, which ages are relative to
 */
record ParticipantTable(SyncStatus point, List<Participant> participants, Instant now) {

  static ParticipantTable of(SyncDiagnosis diagnosis, Instant now) {
    return new ParticipantTable(diagnosis.status(), diagnosis.participants(), now);
  }

  List<String> lines(Style style) {
    boolean registry = participants.stream().anyMatch(ParticipantTable::known);
    Table table =
        registry ? new Table("AGENT", "PRESENT", "REGISTRY") : new Table("AGENT", "PRESENT");
    for (Participant each : participants) {
      if (registry) {
        table.row(Table.cell(each.agent()), presence(each), registration(each));
      } else {
        table.row(Table.cell(each.agent()), presence(each));
      }
    }
    return table.lines(style);
  }

  private static boolean known(Participant each) {
    return each.registered().isPresent()
        || each.departedAt().isPresent()
        || (each.neverRegistered() && !each.arrived());
  }

  private Table.Cell presence(Participant each) {
    if (each.arrived()) {
      return Table.cell(
          Tone.GOOD, "arrived" + each.arrivedAt().map(at -> " " + Times.ago(at, now)).orElse(""));
    }
    return point.excused().contains(each.agent())
        ? Table.cell(Tone.MUTED, "excused")
        : Table.cell(point.open() ? Tone.WAITING : Tone.BAD, "missing");
  }

  private Table.Cell registration(Participant each) {
    if (each.departedAt().isPresent()) {
      return Table.cell(Tone.WAITING, "left " + Times.ago(each.departedAt().get(), now));
    }
    return each.registered()
        .map(this::life)
        .orElseGet(
            () ->
                each.neverRegistered() && !each.arrived()
                    ? Table.cell(Tone.WAITING, "never registered")
                    : Table.cell(Tone.MUTED, "not registered"));
  }

  private Table.Cell life(AgentInfo agent) {
    String words =
        "%s, heard of %s"
            .formatted(
                agent.liveness().name().toLowerCase(Locale.ROOT), Times.ago(agent.lastSeen(), now));
    String elsewhere =
        agent
            .waitingAt()
            .filter(where -> !where.equals(point.syncId()))
            .map(where -> ", waits at " + where)
            .orElse("");
    return Table.cell(LivenessMark.of(agent.liveness()).tone(), words + elsewhere);
  }
}
