package io.agentsync.cli.monitor;

import io.agentsync.cli.render.PointFields;
import io.agentsync.cli.render.PointMark;
import io.agentsync.cli.render.Style;
import io.agentsync.cli.render.Times;
import io.agentsync.cli.render.Tone;
import io.agentsync.model.SyncState;
import io.agentsync.model.SyncStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The list of sync points with its bars.
 *
 * @param points what to show, in order
 * @param top the first one on the screen
 * @param selected which one has the cursor
 * @param fresh which ones have just changed
 */
record PointsView(
    List<SyncStatus> points,
    int top,
    int selected,
    Predicate<SyncStatus> fresh,
    Instant now,
    Frame frame,
    Style style) {

  List<String> lines(int height, boolean withHeader) {
    Columns columns = Columns.of(frame, points);
    List<String> lines = new ArrayList<>();
    if (withHeader) {
      lines.add(header(columns));
    }
    for (int i = top; i < points.size() && lines.size() < height; i++) {
      lines.add(line(points.get(i), i == selected, columns));
    }
    return lines;
  }

  private String header(Columns columns) {
    Row row = row().gap(columns.cursor());
    row.cell(Tone.MUTED, columns.state() > 1 ? "STATE" : "", columns.state());
    row.gap(columns.state() > 1 ? Columns.GAP : 1);
    row.cell(Tone.MUTED, "ID", columns.id()).gap(Columns.GAP);
    if (columns.generation() > 0) {
      row.cell(Tone.MUTED, "GEN", columns.generation()).gap(Columns.GAP);
    }
    row.cell(Tone.MUTED, columns.joinedBar() > 0 ? "ARRIVED" : "", columns.arrivals());
    if (columns.time() > 0) {
      row.gap(Columns.GAP).cell(Tone.MUTED, "TIME", columns.times());
    }
    if (columns.waiting() > 0) {
      row.gap(Columns.GAP).cell(Tone.MUTED, "WAITING FOR", columns.waiting());
    }
    return row.text();
  }

  private String line(SyncStatus point, boolean cursor, Columns columns) {
    PointMark mark = PointMark.of(point, now);
    Row row = row();
    row.cell(Tone.STRONG, cursor ? (style.unicode() ? "▸" : ">") : "", columns.cursor());
    String symbol = mark.symbol(style);
    row.cell(
        mark.tone(),
        columns.state() > 1 ? symbol + " " + mark.word(point) : symbol,
        columns.state());
    row.gap(columns.state() > 1 ? Columns.GAP : 1);
    Tone tone = fresh.test(point) || cursor ? Tone.STRONG : Tone.PLAIN;
    row.cell(tone, PointId.of(point).label(), columns.id());
    row.gap(Columns.GAP);
    if (columns.generation() > 0) {
      row.cell(Tone.MUTED, "#" + point.generation(), columns.generation()).gap(Columns.GAP);
    }
    arrivals(row, point, columns);
    if (columns.time() > 0) {
      times(row.gap(Columns.GAP), point, columns);
    }
    if (columns.waiting() > 0) {
      row.gap(Columns.GAP).cell(Tone.PLAIN, missing(point, columns.waiting()), columns.waiting());
    }
    return row.text();
  }

  private void arrivals(Row row, SyncStatus point, Columns columns) {
    Bar bar = Bar.ofCount(point.arrived().size(), point.required().size(), columns.joinedBar());
    if (columns.joinedBar() > 0) {
      row.put(PointMark.of(point, now).tone(), bar.full(style));
      row.put(Tone.MUTED, bar.rest(style)).gap(1);
    }
    row.cell(Tone.PLAIN, PointFields.joined(point), columns.joined());
  }

  private void times(Row row, SyncStatus point, Columns columns) {
    TimeUsed used = TimeUsed.of(point, now);
    Tone tone = PointMark.overdue(point, now) ? Tone.BAD : used.near() ? Tone.WAITING : Tone.PLAIN;
    if (columns.timeBar() > 0) {
      boolean runs = point.open() && point.deadline().isPresent();
      Bar bar = Bar.ofShare(used.share(), columns.timeBar());
      row.put(tone, runs ? bar.full(style) : "");
      row.put(Tone.MUTED, runs ? bar.rest(style) : "");
      row.gap(runs ? 1 : columns.timeBar() + 1);
    }
    row.cell(point.open() ? tone : Tone.MUTED, time(point), columns.time());
  }

  private String time(SyncStatus point) {
    if (point.endedAt().isPresent()) {
      return Times.ago(point.endedAt().get(), now);
    }
    return point
        .deadline()
        .map(
            deadline ->
                deadline.isBefore(now)
                    ? whole(Duration.between(deadline, now)) + " over"
                    : "in " + whole(Duration.between(now, deadline)))
        .orElse("-");
  }

  /** Milliseconds would only flicker. */
  private static String whole(Duration time) {
    return Times.length(Duration.ofSeconds(time.toSeconds()));
  }

  private String missing(SyncStatus point, int width) {
    if (point.missing().isEmpty() || point.state() == SyncState.COMPLETED) {
      return "-";
    }
    String all = String.join(", ", point.missing());
    if (all.length() <= width) {
      return all;
    }
    StringBuilder some = new StringBuilder();
    int left = point.missing().size();
    for (String name : point.missing()) {
      String more = (some.isEmpty() ? "" : ", ") + name;
      String rest = ", +" + (left - 1);
      if (some.length() + more.length() + rest.length() > width) {
        break;
      }
      some.append(more);
      left--;
    }
    return some.isEmpty() ? left + " agents" : some + ", +" + left;
  }

  private Row row() {
    return new Row(frame, style);
  }
}
