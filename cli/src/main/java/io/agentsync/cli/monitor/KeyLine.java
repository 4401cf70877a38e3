package io.agentsync.cli.monitor;

import io.agentsync.cli.render.Style;
import io.agentsync.cli.render.Tone;
import java.util.List;

/** The last row: what can be pressed now, the most useful first. */
record KeyLine(Controls controls, Frame frame, Style style) {

  private record Hint(String key, String does) {}

  private static final List<Hint> LIST =
      List.of(
          new Hint("q", "quit"),
          new Hint("?", "help"),
          new Hint("Enter", "details"),
          new Hint("f", "filter"),
          new Hint("s", "sort"),
          new Hint("p", "pause"),
          new Hint("arrows", "select"));
  private static final List<Hint> TYPING =
      List.of(new Hint("Enter", "keep"), new Hint("Esc", "clear"), new Hint("arrows", "select"));
  private static final List<Hint> DETAILS =
      List.of(new Hint("q", "quit"), new Hint("Esc", "back"), new Hint("arrows", "scroll"));
  private static final List<Hint> HELP = List.of(new Hint("q", "quit"), new Hint("Esc", "back"));

  String text() {
    Row row = new Row(frame, style);
    for (Hint hint : hints()) {
      if (row.room() >= hint.key().length() + hint.does().length() + 1) {
        row.put(Tone.STRONG, hint.key()).gap(1).put(Tone.MUTED, hint.does()).gap(Columns.GAP);
      }
    }
    return row.text();
  }

  private List<Hint> hints() {
    if (controls.typing()) {
      return TYPING;
    }
    return switch (controls.page()) {
      case LIST -> LIST;
      case DETAILS -> DETAILS;
      case HELP -> HELP;
    };
  }
}
