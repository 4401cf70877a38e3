package io.agentsync.cli.monitor;

import java.util.ArrayList;
import java.util.List;

/** Breaks coloured lines between words, so that each piece fits and keeps its colour. */
final class Wrapping {

  private static final char ESCAPE = '\u001b';
  private static final String PLAIN = "\u001b[0m";

  private final int columns;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private String colour = "";
  private int used;

  private Wrapping(int columns) {
    this.columns = columns;
  }

  /** The pieces of a line; those after the first begin below its text. */
  static List<String> of(String painted, int columns) {
    Wrapping wrapping = new Wrapping(columns);
    int indent = (int) painted.chars().takeWhile(c -> c == ' ').count();
    int i = 0;
    while (i < painted.length()) {
      int end = painted.charAt(i) == ESCAPE ? painted.indexOf('m', i) + 1 : wordEnd(painted, i);
      if (painted.charAt(i) == ESCAPE) {
        wrapping.colour(painted.substring(i, end));
      } else {
        wrapping.word(painted.substring(i, end), Math.min(indent, columns / 2));
      }
      i = end;
    }
    wrapping.lines.add(wrapping.line.toString().stripTrailing());
    return wrapping.lines;
  }

  /** Blanks belong to the word before them. */
  private static int wordEnd(String text, int start) {
    int i = start;
    while (i < text.length() && text.charAt(i) != ' ' && text.charAt(i) != ESCAPE) {
      i++;
    }
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private void colour(String sequence) {
    line.append(sequence);
    colour = sequence.equals(PLAIN) ? "" : sequence;
  }

  private void word(String word, int indent) {
    if (used + Widths.of(word.stripTrailing()) > columns && used > indent) {
      next(indent);
    }
    String rest = word;
    while (used + Widths.of(rest.stripTrailing()) > columns) {
      String piece = Widths.head(rest, Math.max(1, columns - used));
      add(piece.isEmpty() ? rest.substring(0, 1) : piece);
      rest = rest.substring(Math.max(1, piece.length()));
      next(indent);
    }
    add(Widths.head(rest, Math.max(0, columns - used)));
  }

  private void add(String text) {
    line.append(text);
    used += Widths.of(text);
  }

  private void next(int indent) {
    lines.add(line.toString().stripTrailing() + (colour.isEmpty() ? "" : PLAIN));
    line.setLength(0);
    line.append(" ".repeat(indent)).append(colour);
    used = indent;
  }
}
