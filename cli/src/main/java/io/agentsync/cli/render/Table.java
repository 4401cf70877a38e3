package io.agentsync.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Cells in aligned columns, under a header. */
final class Table {

  private static final String GAP = "  ";

  private final List<List<Cell>> rows = new ArrayList<>();

  record Cell(Tone tone, String text) {}

  Table(String... header) {
    row(List.of(header).stream().map(text -> new Cell(Tone.MUTED, text)).toList());
  }

  static Cell cell(String text) {
    return new Cell(Tone.PLAIN, text);
  }

  static Cell cell(Tone tone, String text) {
    return new Cell(tone, text);
  }

  Table row(Cell... cells) {
    return row(List.of(cells));
  }

  private Table row(List<Cell> cells) {
    rows.add(cells);
    return this;
  }

  /** The lines of the first table that fits where it goes; of the last one if none does. */
  static List<String> fitting(Style style, List<Supplier<Table>> widestFirst) {
    Table table = widestFirst.get(0).get();
    for (int i = 1; i < widestFirst.size() && !table.fits(style); i++) {
      table = widestFirst.get(i).get();
    }
    return table.lines(style);
  }

  private boolean fits(Style style) {
    return style.width().isEmpty() || width(style) <= style.width().getAsInt();
  }

  private int width(Style style) {
    int sum = -GAP.length();
    for (int width : widths(style)) {
      sum += width + GAP.length();
    }
    return sum;
  }

  List<String> lines(Style style) {
    int[] widths = widths(style);
    return rows.stream().map(row -> line(row, widths, style)).toList();
  }

  private static String line(List<Cell> row, int[] widths, Style style) {
    StringBuilder line = new StringBuilder();
    int pending = 0;
    for (int i = 0; i < row.size(); i++) {
      Cell cell = row.get(i);
      line.append(" ".repeat(pending)).append(style.paint(cell.tone(), cell.text()));
      pending = widths[i] - shownLength(cell, style) + GAP.length();
    }
    return line.toString().stripTrailing();
  }

  private int[] widths(Style style) {
    int[] widths = new int[rows.get(0).size()];
    for (List<Cell> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], shownLength(row.get(i), style));
      }
    }
    return widths;
  }

  private static int shownLength(Cell cell, Style style) {
    String shown = style.unicode() ? Visible.text(cell.text()) : Visible.ascii(cell.text());
    return shown.codePointCount(0, shown.length());
  }
}
