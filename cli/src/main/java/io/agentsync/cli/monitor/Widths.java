package io.agentsync.cli.monitor;

/** How many columns of a terminal text takes. */
final class Widths {

  private Widths() {}

  static int of(String text) {
    return text.codePoints().map(Widths::of).sum();
  }

  static int of(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      default -> wide(c) ? 2 : 1;
    };
  }

  /** The blocks that Unicode calls wide, or fullwidth. */
  private static boolean wide(int c) {
    return c >= 0x1100
        && (c <= 0x115f
            || (c >= 0x231a && c <= 0x231b)
            || (c >= 0x2e80 && c <= 0xa4cf)
            || (c >= 0xa960 && c <= 0xa97c)
            || (c >= 0xac00 && c <= 0xd7a3)
            || (c >= 0xf900 && c <= 0xfaff)
            || (c >= 0xfe30 && c <= 0xfe6f)
            || (c >= 0xff00 && c <= 0xff60)
            || (c >= 0xffe0 && c <= 0xffe6)
            || (c >= 0x1f300 && c <= 0x1f64f)
            || (c >= 0x1f680 && c <= 0x1faff)
            || (c >= 0x20000 && c <= 0x3fffd));
  }

  /** The longest beginning of a text that fits. */
  static String head(String text, int columns) {
    int used = 0;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      used += of(c);
      if (used > columns) {
        break;
      }
      i += Character.charCount(c);
    }
    return text.substring(0, i);
  }

  /** The longest end of a text that fits. */
  static String tail(String text, int columns) {
    int used = 0;
    int i = text.length();
    while (i > 0) {
      int c = text.codePointBefore(i);
      used += of(c);
      if (used > columns) {
        break;
      }
      i -= Character.charCount(c);
    }
    return text.substring(i);
  }
}
