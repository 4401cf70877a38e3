package io.agentsync.benchmark.report;

import java.util.Locale;

/** Numbers as people like to read them: three digits that matter. */
final class Numbers {

  private Numbers() {}

  static String plain(double number) {
    double size = Math.abs(number);
    if (size >= 100 || size == 0) {
      return String.format(Locale.ROOT, "%,.0f", number);
    }
    int digits = Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
    String text = String.format(Locale.ROOT, "%." + digits + "f", number);
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }

  /** The median, and between which values it lies. */
  static String spread(Spread spread, String unit) {
    return plain(spread.median())
        + unit
        + " ("
        + plain(spread.min())
        + " to "
        + plain(spread.max())
        + ")";
  }
}
