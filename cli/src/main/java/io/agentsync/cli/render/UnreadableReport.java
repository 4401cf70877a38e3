package io.agentsync.cli.render;

import io.agentsync.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The diagnosis of a sync point of which nothing but damaged records is left.
 *
 * @param store where it is
 * @param syncId the sync point
 * @param problems its damaged records
 */
public record UnreadableReport(String store, String syncId, List<Problem> problems)
    implements Report {

  @Override
  public List<String> table(Style style) {
    List<String> lines = new ArrayList<>();
    lines.add(style.plain("Store: " + store));
    lines.add("");
    lines.add(style.paint(Tone.STRONG, syncId) + "  " + style.paint(Tone.BAD, "cannot be read"));
    lines.add("Only damaged records are left of it, which count for nobody.");
    lines.add("");
    for (Problem problem : problems) {
      lines.add(style.plain("Evidence: " + problem.path() + ": " + problem.reason()));
    }
    lines.add(
        "Remedy:   look at what else writes to that file; agents that call again begin anew, a"
            + " declaration has to be made again");
    lines.add("");
    lines.add(style.paint(verdict().tone(), verdict().sentence()));
    return lines;
  }

  @Override
  public List<String> plain() {
    List<String> lines = new ArrayList<>();
    for (Problem problem : problems) {
      lines.add(PlainLine.of("problem", syncId, problem.path(), problem.reason()));
    }
    lines.add(
        PlainLine.of(
            "verdict", syncId, verdict().word(), verdict().errors(), verdict().warnings()));
    return lines;
  }

  @Override
  public Fields json() {
    return Fields.ofStore(store)
        .put("syncPoint", Optional.empty())
        .put("healthy", verdict().healthy())
        .objects("findings", List.of())
        .put("issues", List.of())
        .put("recommendations", List.of())
        .objects("participants", List.of())
        .objects("problems", PointFields.json(problems));
  }

  /** Each damaged record is an error: it may have been the one that said what the point is. */
  private Verdict verdict() {
    return new Verdict(problems.size(), 0);
  }
}
