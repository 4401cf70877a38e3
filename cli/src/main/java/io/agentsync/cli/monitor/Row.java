package io.agentsync.cli.monitor;

import io.agentsync.cli.render.Style;
import io.agentsync.cli.render.Tone;

/** One row of the screen in the making: never wider than the screen. */
final class Row {

  private final StringBuilder painted = new StringBuilder();
  private final int columns;
  private final Style style;
  private int used;

  Row(Frame frame, Style style) {
    this.columns = frame.columns();
    this.style = style;
  }

  /** As much of the text as there is room for. */
  Row put(Tone tone, String text) {
    return cell(tone, text, Math.min(room(), Widths.of(style.shown(text))));
  }

  /** The text in a cell of that width: filled with blanks, or cut where it says so. */
  Row cell(Tone tone, String text, int width) {
    int wide = Math.min(width, room());
    if (wide <= 0) {
      return this;
    }
    String shown = cut(style.shown(text), wide, style);
    painted.append(style.paint(tone, shown));
    used += Widths.of(shown);
    return gap(wide - Widths.of(shown));
  }

  Row gap(int blanks) {
    int fitting = Math.min(blanks, room());
    if (fitting > 0) {
      painted.append(" ".repeat(fitting));
      used += fitting;
    }
    return this;
  }

  /** The text at the right end, if it has room there. */
  Row right(Tone tone, String text) {
    int width = Widths.of(style.shown(text));
    return width < room() ? gap(room() - width).put(tone, text) : this;
  }

  int room() {
    return columns - used;
  }

  String text() {
    return painted.toString().stripTrailing();
  }

  /** The beginning of a text, with a sign that there is more. */
  static String cut(String shown, int columns, Style style) {
    if (Widths.of(shown) <= columns) {
      return shown;
    }
    return Widths.head(shown, columns - 1) + (style.unicode() ? "…" : "~");
  }

  /** The end of a text, with a sign that there is more; of a path it tells more. */
  static String cutFront(String shown, int columns, Style style) {
    if (Widths.of(shown) <= columns) {
      return shown;
    }
    return (style.unicode() ? "…" : "~") + Widths.tail(shown, Math.max(0, columns - 1));
  }
}
