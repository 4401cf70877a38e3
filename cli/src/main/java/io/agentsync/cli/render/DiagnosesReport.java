package io.agentsync.cli.render;

import io.agentsync.model.Blocker;
import io.agentsync.model.Finding;
import io.agentsync.model.Problem;
import io.agentsync.model.SyncDiagnosis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is the matter with all sync points; the last line is the verdict on all.
 *
 * @param store where they are
 * @param now the present, which times are relative to
 * @param blockers whom many agents wait for in the end, the worst first
 * @param diagnoses what was found, by sync point
 * @param problems what kept others from being diagnosed
 */
public record DiagnosesReport(
    String store,
    Instant now,
    List<Blocker> blockers,
    List<SyncDiagnosis> diagnoses,
    List<Problem> problems)
    implements Report {

  @Override
  public List<String> table(Style style) {
    if (diagnoses.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(style.plain("Store: " + store));
    if (!blockers.isEmpty()) {
      lines.add("");
      lines.addAll(BlockerLines.table(blockers, style));
    }
    for (SyncDiagnosis diagnosis : diagnoses) {
      lines.add("");
      lines.addAll(DiagnosisText.lines(diagnosis, now, style));
    }
    lines.add("");
    lines.add(style.paint(verdict().tone(), verdict().sentence()));
    return lines;
  }

  @Override
  public List<String> plain() {
    return Stream.concat(
            BlockerLines.plain(blockers).stream(),
            each().stream().flatMap(report -> report.plain().stream()))
        .toList();
  }

  @Override
  public Fields json() {
    return Fields.ofStore(store)
        .objects("diagnoses", each().stream().map(DiagnosisReport::content).toList())
        .objects("blockers", BlockerLines.json(blockers))
        .objects("problems", PointFields.json(problems));
  }

  /** Whether every sync point is healthy. */
  public boolean healthy() {
    return verdict().healthy();
  }

  private Verdict verdict() {
    List<Finding> all =
        diagnoses.stream().flatMap(diagnosis -> diagnosis.findings().stream()).toList();
    return Verdict.of(all);
  }

  private List<DiagnosisReport> each() {
    return diagnoses.stream().map(diagnosis -> new DiagnosisReport(store, now, diagnosis)).toList();
  }
}
