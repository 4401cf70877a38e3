package io.agentsync.cli.render;

import java.util.function.IntPredicate;

/**
 * Makes text from elsewhere fit to be shown: whatever could drive a terminal or deceive a reader
 * becomes a visible escape. Ids, reasons and paths come from files that anybody may have written.
 */
public final class Visible {

  private Visible() {}

  /** One line that shows every character for what it is. */
  public static String text(String text) {
    return escape(text);
  }

  /** As {@link #text}, for a terminal or file that knows ASCII only. */
  public static String ascii(String text) {
    return escape(text, c -> c > 0x7e || dangerous(c));
  }

  static String escape(String text) {
    return escape(text, Visible::dangerous);
  }

  private static String escape(String text, IntPredicate wanted) {
    if (text.codePoints().noneMatch(wanted)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (wanted.test(c)) {
                Character.toString(c)
                    .chars()
                    .forEach(unit -> shown.append("\\u%04x".formatted(unit)));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  private static boolean dangerous(int c) {
    return switch (Character.getType(c)) {
      // FORMAT holds the bidirectional controls, the zero-width characters and the tags.
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> invisible(c);
    };
  }

  private static boolean invisible(int c) {
    return c == 0x034f // combining grapheme joiner
        || c == 0x115f // Hangul fillers
        || c == 0x1160
        || c == 0x3164
        || c == 0xffa0
        || (c >= 0xfe00 && c <= 0xfe0f) // variation selectors
        || (c >= 0xe0100 && c <= 0xe01ef);
  }
}
