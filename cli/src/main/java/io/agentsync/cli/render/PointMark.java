package io.agentsync.cli.render;

import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncStatus;
import java.time.Instant;

/** The state of a sync point as people see it: a symbol, a word, a colour. */
public enum PointMark {
  READY("○", "-", Tone.PLAIN),
  SYNCING("◐", "~", Tone.WAITING),
  OVERDUE("!", "!", Tone.BAD),
  COMPLETED("✓", "+", Tone.GOOD),
  ERROR("✗", "x", Tone.BAD);

  private final String symbol;
  private final String ascii;
  private final Tone tone;

  PointMark(String symbol, String ascii, Tone tone) {
    this.symbol = symbol;
    this.ascii = ascii;
    this.tone = tone;
  }

  /** The mark of a sync point at a time. */
  public static PointMark of(SyncStatus point, Instant now) {
    return switch (point.state()) {
      case READY -> READY;
      case SYNCING -> overdue(point, now) ? OVERDUE : SYNCING;
      case COMPLETED -> COMPLETED;
      case ERROR -> ERROR;
    };
  }

  /** Whether it should have timed out by now. */
  public static boolean overdue(SyncStatus point, Instant now) {
    return point.open() && point.deadline().filter(now::isAfter).isPresent();
  }

  Table.Cell cell(SyncStatus point, Style style) {
    return Table.cell(tone, text(point, style));
  }

  String painted(SyncStatus point, Style style) {
    return style.paint(tone, text(point, style));
  }

  private String text(SyncStatus point, Style style) {
    return symbol(style) + " " + point.state() + more(point);
  }

  /** One column wide. */
  public String symbol(Style style) {
    return style.unicode() ? symbol : ascii;
  }

  /** What it means to the reader. */
  public Tone tone() {
    return tone;
  }

  /** The state in one or two words, such as {@code TIMED OUT}. */
  public String word(SyncStatus point) {
    return this == OVERDUE
        ? name()
        : point.outcome().map(Enum::name).orElse(point.state().name()).replace('_', ' ');
  }

  private String more(SyncStatus point) {
    if (this == OVERDUE) {
      return " (overdue)";
    }
    return point
        .outcome()
        .filter(outcome -> outcome != SyncOutcome.COMPLETED)
        .map(outcome -> " (" + Words.outcome(outcome) + ")")
        .orElse("");
  }
}
