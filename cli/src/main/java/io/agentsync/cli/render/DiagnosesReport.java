package io.agentsync.cli.render;

import io.agentsync.model.Finding;
import io.agentsync.model.Problem;
import io.agentsync.model.SyncDiagnosis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is the matter with all sync points; the last line is the verdict on all.
 *
 * @param store where they are
 * @param now the present, which times are relative to
 * @param diagnoses what was found, by sync point
 * @param problems what kept others from being diagnosed
 */
public record DiagnosesReport(
    String store, Instant now, List<SyncDiagnosis> diagnoses, List<Problem> problems)
    implements Report {

  @Override
  public List<String> table(Style style) {
    if (diagnoses.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(style.plain("Store: " + store));
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
    return each().stream().flatMap(report -> report.plain().stream()).toList();
  }

  @Override
  public Fields json() {
    return Fields.ofStore(store)
        .objects("diagnoses", each().stream().map(DiagnosisReport::content).toList())
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
