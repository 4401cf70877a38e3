package io.agentsync.cli.render;

import io.agentsync.model.Finding;
import io.agentsync.model.Participant;
import io.agentsync.model.SyncDiagnosis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is the matter with one sync point; the last line is the verdict.
 *
 * @param store where it is
 * @param now the present, which times are relative to
 * @param diagnosis what was found
 */
public record DiagnosisReport(String store, Instant now, SyncDiagnosis diagnosis)
    implements Report {

  @Override
  public List<String> table(Style style) {
    List<String> lines = new ArrayList<>();
    lines.add(style.plain("Store: " + store));
    lines.add("");
    lines.addAll(DiagnosisText.lines(diagnosis, now, style));
    lines.add("");
    Verdict verdict = Verdict.of(diagnosis.findings());
    lines.add(style.paint(verdict.tone(), verdict.sentence()));
    return lines;
  }

  @Override
  public List<String> plain() {
    List<String> lines = new ArrayList<>();
    String id = diagnosis.status().syncId();
    lines.add("point\t" + PlainLine.of(PointFields.plain(diagnosis.status())));
    for (Finding finding : diagnosis.findings()) {
      lines.add(
          PlainLine.of(
              "finding",
              id,
              finding.severity(),
              finding.code(),
              finding.message(),
              finding.evidence(),
              finding.remedy()));
    }
    Verdict verdict = Verdict.of(diagnosis.findings());
    lines.add(PlainLine.of("verdict", id, verdict.word(), verdict.errors(), verdict.warnings()));
    return lines;
  }

  @Override
  public Fields json() {
    return Fields.ofStore(store).all(content());
  }

  Fields content() {
    return new Fields()
        .object("syncPoint", PointFields.json(diagnosis.status()))
        .put("healthy", diagnosis.healthy())
        .objects("findings", diagnosis.findings().stream().map(DiagnosisReport::finding).toList())
        .put("issues", diagnosis.issues())
        .put("recommendations", diagnosis.recommendations())
        .objects(
            "participants",
            diagnosis.participants().stream().map(DiagnosisReport::participant).toList())
        .objects("problems", PointFields.json(diagnosis.problems()));
  }

  private static Fields participant(Participant each) {
    return new Fields()
        .put("id", each.agent())
        .put("arrived", each.arrived())
        .time("arrivedAt", each.arrivedAt())
        .put("neverRegistered", each.neverRegistered())
        .time("departedAt", each.departedAt())
        .put("agent", each.registered().map(AgentFields::json).map(Fields::asMap));
  }

  private static Fields finding(Finding finding) {
    return new Fields()
        .put("code", finding.code())
        .put("severity", finding.severity().name())
        .put("message", finding.message())
        .put("evidence", finding.evidence())
        .put("remedy", finding.remedy())
        .names("agents", finding.agents());
  }
}
