package io.agentsync.cli.render;

import io.agentsync.model.Problem;
import io.agentsync.model.SyncStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Sync points, one a line.
 *
 * @param store where they are
 * @param now the present, which ages are relative to
 * @param points what to show, in order
 * @param problems what could not be read
 */
public record ListReport(String store, Instant now, List<SyncStatus> points, List<Problem> problems)
    implements Measured {

  @Override
  public List<String> table(Style style) {
    if (points.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(style.plain("Store: " + store));
    lines.add("");
    lines.addAll(PointTable.lines(points, now, style));
    lines.add("");
    lines.add(style.plain(Counts.of(points).sentence()));
    return lines;
  }

  @Override
  public List<String> plain() {
    return points.stream().map(point -> PlainLine.of(PointFields.plain(point))).toList();
  }

  @Override
  public Fields json() {
    return Fields.ofStore(store).all(content());
  }

  @Override
  public List<Fields> jsonLines() {
    List<Fields> lines = new ArrayList<>();
    points.forEach(point -> lines.add(Fields.ofLine("syncPoint").all(PointFields.json(point))));
    problems.forEach(problem -> lines.add(PointFields.line(problem)));
    return lines;
  }

  @Override
  public Metrics metrics() {
    return PointMetrics.of(points, problems, now);
  }

  Fields content() {
    return new Fields()
        .objects("syncPoints", points.stream().map(PointFields::json).toList())
        .objects("problems", PointFields.json(problems));
  }
}
