package io.agentsync.cli.monitor;

import io.agentsync.cli.render.DiagnosisText;
import io.agentsync.cli.render.Style;
import io.agentsync.cli.render.Tone;
import io.agentsync.model.SyncDiagnosis;
import io.agentsync.model.SyncStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The whole screen.
 *
 * @param picture what is known
 * @param controls what was chosen
 * @param now the present
 * @param pace how often the store is looked at, in words
 * @param frame the room there is
 * @param style what the terminal can show
 */
public record View(
    Picture picture, Controls controls, Instant now, String pace, Frame frame, Style style) {

  private static final int LEAST_LOG = 3;
  private static final int ROOMY = 16;

  private static final List<String> HELP =
      List.of(
          "q         quit (Ctrl-C as well)",
          "p         pause: news are kept back until p is pressed again",
          "s         sort: what is stuck first, by id, by age, by deadline",
          "f  /      filter by id; Enter keeps it, Esc clears it",
          "up down   select a sync point; j k, Page and Home, End as well",
          "Enter     its details and findings; Esc goes back",
          "?         this page",
          "",
          "ARRIVED   how many of the required agents are there",
          "TIME      the time used until the deadline; for what has ended, since when",
          "",
          "Nothing here changes the store.");

  /** As many lines as there are rows, none wider than the screen. */
  public List<String> lines() {
    if (frame.tooSmall()) {
      return tooSmall();
    }
    List<String> lines = new ArrayList<>(head());
    int height = bodyHeight();
    List<String> body =
        switch (controls.page()) {
          case LIST -> list(height);
          case DETAILS -> window(details(), controls.scroll(), height);
          case HELP -> window(help(), 0, height);
        };
    lines.addAll(body);
    while (lines.size() < frame.rows() - 1) {
      lines.add("");
    }
    lines.add(new KeyLine(controls, frame, style).text());
    return lines;
  }

  /** How far keys can go in it. */
  public Reach reach() {
    int depth = controls.page() == Controls.Page.DETAILS ? details().size() - bodyHeight() : 0;
    return new Reach(ids(points()), Math.max(1, bodyHeight() / 2), Math.max(0, depth));
  }

  private List<String> list(int height) {
    List<SyncStatus> points = points();
    int log = height < 12 ? 0 : Math.max(LEAST_LOG, height / 3);
    List<String> lines = new ArrayList<>();
    if (points.isEmpty()) {
      lines.add(picture.points().isEmpty() ? "" : nothingMatches());
    } else {
      lines.addAll(table(points, height - log - (log > 0 ? 1 : 0)));
    }
    if (log > 0) {
      lines.add("");
      lines.addAll(new LogView(log(), frame, style).lines(height - lines.size()));
    }
    return lines;
  }

  private List<String> table(List<SyncStatus> points, int height) {
    // On a low screen a header would take the place of a sync point.
    boolean header = height >= 6;
    int room = height - (header ? 1 : 0);
    int position = controls.position(ids(points));
    int top = Math.max(0, position - room + 1);
    return new PointsView(points, top, position, picture::fresh, now, frame, style)
        .lines(height, header);
  }

  private String nothingMatches() {
    return new Row(frame, style).put(Tone.MUTED, "no id contains " + controls.filter()).text();
  }

  private List<String> details() {
    Optional<SyncDiagnosis> diagnosis = controls.selected().flatMap(picture::diagnosisOf);
    if (diagnosis.isPresent()) {
      return DiagnosisText.lines(diagnosis.get(), now, style).stream()
          .flatMap(line -> Wrapping.of(line, frame.columns()).stream())
          .toList();
    }
    String label = controls.selected().map(PointId::label).orElse("-");
    boolean known = controls.selected().filter(ids(picture.points())::contains).isPresent();
    String words = label + (known ? ": reading..." : " is not there any more");
    return List.of(new Row(frame, style).put(Tone.MUTED, words).text());
  }

  private List<String> help() {
    return HELP.stream().flatMap(line -> Wrapping.of(line, frame.columns()).stream()).toList();
  }

  private List<SyncStatus> points() {
    return controls.sorting().sort(picture.points(), now).stream()
        .filter(point -> matches(PointId.of(point)))
        .toList();
  }

  private List<Change> log() {
    return picture.log().stream()
        .filter(change -> change.id().filter(id -> !matches(id)).isEmpty())
        .toList();
  }

  private static List<PointId> ids(List<SyncStatus> points) {
    return points.stream().map(PointId::of).toList();
  }

  private boolean matches(PointId id) {
    return id.label().toLowerCase(Locale.ROOT).contains(controls.filter().toLowerCase(Locale.ROOT));
  }

  private List<String> head() {
    return new HeadView(picture, controls, points().size(), now, pace, frame, style).lines();
  }

  private int bodyHeight() {
    // Where there is room, the keys stand apart.
    int foot = frame.rows() >= ROOMY ? 2 : 1;
    return Math.max(0, frame.rows() - foot - head().size());
  }

  private static List<String> window(List<String> lines, int top, int height) {
    int from = Math.max(0, Math.min(top, lines.size() - height));
    return lines.subList(from, Math.min(lines.size(), from + height));
  }

  private List<String> tooSmall() {
    List<String> lines = new ArrayList<>();
    String words = "needs %dx%d".formatted(Frame.LEAST_COLUMNS, Frame.LEAST_ROWS);
    lines.add(new Row(frame, style).put(Tone.PLAIN, words).text());
    while (lines.size() < frame.rows()) {
      lines.add("");
    }
    return lines;
  }
}
