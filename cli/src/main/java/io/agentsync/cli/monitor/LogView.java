package io.agentsync.cli.monitor;

import io.agentsync.cli.render.Style;
import io.agentsync.cli.render.Tone;
import java.util.ArrayList;
import java.util.List;

/**
 * What has happened lately, the newest at the bottom.
 *
 * @param log all there is to tell, the newest last
 */
record LogView(List<Change> log, Frame frame, Style style) {

  private static final int LONGEST_ID = 32;

  List<String> lines(int height) {
    List<String> lines = new ArrayList<>();
    lines.add(rule());
    int room = height - 1;
    List<Change> shown = log.subList(Math.max(0, log.size() - room), log.size());
    if (shown.isEmpty() && room > 0) {
      lines.add(new Row(frame, style).put(Tone.MUTED, "nothing has changed so far").text());
    }
    int id =
        Math.min(
            Math.min(LONGEST_ID, frame.columns() / 3),
            shown.stream().mapToInt(change -> change.label().length()).max().orElse(0));
    int number = shown.stream().mapToInt(change -> number(change).length()).max().orElse(0);
    shown.forEach(change -> lines.add(line(change, id, number)));
    return lines;
  }

  private String rule() {
    String dash = style.unicode() ? "╌" : "-";
    String title = dash.repeat(2) + " changes ";
    return new Row(frame, style)
        .put(Tone.MUTED, title + dash.repeat(Math.max(0, frame.columns() - title.length())))
        .text();
  }

  private String line(Change change, int id, int number) {
    Row row = new Row(frame, style);
    row.put(Tone.MUTED, HeadView.clock(change.at())).gap(Columns.GAP);
    if (change.point().isPresent()) {
      row.cell(Tone.PLAIN, change.label(), id).gap(Columns.GAP);
      if (frame.columns() >= 60) {
        row.cell(Tone.MUTED, number(change), number).gap(Columns.GAP);
      }
    }
    return row.cell(change.tone(), change.words(), row.room()).text();
  }

  private static String number(Change change) {
    return change.point().map(point -> "#" + point.generation()).orElse("");
  }
}
