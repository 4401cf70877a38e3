package io.agentsync.cli.render;

import io.agentsync.model.Finding;
import io.agentsync.model.SyncDiagnosis;
import io.agentsync.model.SyncStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One diagnosis as people read it: the facts, who is there, what was found. */
public final class DiagnosisText {

  private static final String INDENT = "   ";

  private DiagnosisText() {}

  /** The lines of one diagnosis, not cut to any width. */
  public static List<String> lines(SyncDiagnosis diagnosis, Instant now, Style style) {
    SyncStatus point = diagnosis.status();
    List<String> lines = new ArrayList<>();
    lines.add(
        style.paint(Tone.STRONG, point.syncId())
            + style.plain(point.run().map(run -> "  run " + run).orElse(""))
            + "  generation "
            + point.generation()
            + "  "
            + PointMark.of(point, now).painted(point, style));
    lines.add(style.plain(facts(point, now)));
    point.reason().ifPresent(reason -> lines.add(style.plain("Reason: " + reason)));
    lines.add("");
    lines.addAll(ParticipantTable.of(diagnosis, now).lines(style));
    int number = 0;
    for (Finding finding : diagnosis.findings()) {
      lines.add("");
      lines.addAll(finding(++number, finding, style));
    }
    return lines;
  }

  private static String facts(SyncStatus point, Instant now) {
    List<String> facts = new ArrayList<>();
    facts.add(PointFields.joined(point) + " arrived");
    point.startedAt().ifPresent(start -> facts.add("began " + Times.ago(start, now)));
    point.endedAt().ifPresent(end -> facts.add("ended " + Times.ago(end, now)));
    point.actor().ifPresent(actor -> facts.add("by " + actor));
    if (point.open() && point.deadline().isPresent()) {
      facts.add("deadline " + PointTable.deadline(point, now));
    }
    facts.add("timeout " + Times.length(point.timeout()));
    return String.join(", ", facts);
  }

  private static List<String> finding(int number, Finding finding, Style style) {
    Tone tone =
        switch (finding.severity()) {
          case INFO -> Tone.PLAIN;
          case WARNING -> Tone.WAITING;
          case ERROR -> Tone.BAD;
        };
    return List.of(
        number
            + ". "
            + style.paint(tone, finding.severity().name())
            + " "
            + style.plain(finding.message())
            + " "
            + style.paint(Tone.MUTED, "[" + finding.code() + "]"),
        style.plain(INDENT + "Evidence: " + finding.evidence()),
        style.plain(INDENT + "Remedy:   " + finding.remedy()));
  }
}
