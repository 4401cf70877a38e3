package io.agentsync.cli.monitor;

import io.agentsync.cli.render.Counts;
import io.agentsync.cli.render.PointMark;
import io.agentsync.cli.render.Style;
import io.agentsync.cli.render.Times;
import io.agentsync.cli.render.Tone;
import io.agentsync.model.Problem;
import io.agentsync.model.SyncStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The top of every page: which store, what time it is, how things stand, what cannot be read.
 *
 * @param matching how many sync points the filter lets through
 */
record HeadView(
    Picture picture,
    Controls controls,
    int matching,
    Instant now,
    String pace,
    Frame frame,
    Style style) {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String NAME = "sync-diag";
  private static final int PROBLEMS_SHOWN = 2;
  private static final int LEAST_COLUMNS_FOR_MODES = 50;

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(title());
    List<String> troubles = troubles();
    // On a low screen what cannot be read is more urgent than the counts.
    if (troubles.isEmpty() || frame.rows() >= 10) {
      lines.add(summary());
    }
    lines.addAll(troubles);
    if (frame.rows() >= 12) {
      lines.add("");
    }
    return lines;
  }

  static String clock(Instant time) {
    return CLOCK.format(time);
  }

  private String title() {
    String clock = clock(now) + (frame.columns() < 40 ? "" : " UTC");
    Row row = new Row(frame, style).put(Tone.STRONG, NAME);
    int room = row.room() - clock.length() - 4;
    if (room >= 8) {
      row.gap(2).put(Tone.PLAIN, Row.cutFront(style.shown(picture.store()), room, style));
    }
    return row.right(Tone.PLAIN, clock).text();
  }

  private String summary() {
    String modes = modes();
    Row row = new Row(frame, style);
    if (narrowed()) {
      row.put(Tone.WAITING, "filter: " + controls.filter() + (controls.typing() ? "_" : ""));
      row.gap(Columns.GAP);
      row.put(Tone.PLAIN, matching + " of " + picture.points().size());
    } else {
      if (overdue() > 0) {
        row.put(Tone.BAD, overdue() + " overdue").put(Tone.PLAIN, " of ");
      }
      int room = row.room() - (modes.isEmpty() ? 0 : Widths.of(modes) + Columns.GAP);
      row.cell(Tone.PLAIN, counts(), Math.min(room, Widths.of(counts())));
    }
    return row.right(controls.paused() ? Tone.WAITING : Tone.MUTED, modes).text();
  }

  private String modes() {
    List<String> modes = new ArrayList<>();
    if (controls.paused()) {
      modes.add("PAUSED");
    }
    if (controls.sorting() != Sorting.STUCK) {
      modes.add("by " + controls.sorting());
    }
    if (frame.columns() < LEAST_COLUMNS_FOR_MODES) {
      return controls.paused() ? "PAUSED" : "";
    }
    modes.add(pace);
    return String.join(style.unicode() ? " · " : ", ", modes);
  }

  private boolean narrowed() {
    return controls.typing() || !controls.filter().isEmpty();
  }

  private String counts() {
    if (picture.seen().isEmpty()) {
      return picture.failed().isPresent() ? "not read yet" : "reading...";
    }
    List<SyncStatus> points = picture.points();
    if (points.isEmpty()) {
      // Where something cannot be read nobody knows that there is nothing.
      return picture.troubled() ? "no sync point could be read" : "no sync points yet";
    }
    return Counts.of(points).sentence();
  }

  private long overdue() {
    return picture.points().stream().filter(point -> PointMark.overdue(point, now)).count();
  }

  private List<String> troubles() {
    List<String> lines = new ArrayList<>();
    if (picture.failed().isPresent()) {
      Problem problem = picture.failed().get().problem();
      String old =
          picture
              .seen()
              .map(sight -> "; what is shown was read " + Times.ago(sight.at(), now))
              .orElse("");
      lines.add(trouble("cannot read the store: " + problem.reason() + old));
      return lines;
    }
    List<Problem> problems = picture.problems();
    int most = frame.rows() < 10 ? 1 : PROBLEMS_SHOWN;
    for (int i = 0; i < Math.min(most, problems.size()); i++) {
      Problem problem = problems.get(i);
      String which = problems.size() > most ? " (%d of %d)".formatted(i + 1, problems.size()) : "";
      lines.add(trouble("unreadable" + which + ": " + problem.path() + ": " + problem.reason()));
    }
    return lines;
  }

  private String trouble(String words) {
    return new Row(frame, style).put(Tone.BAD, "! ").cell(Tone.BAD, words, frame.columns()).text();
  }
}
