package io.agentsync.cli.render;

import io.agentsync.model.Liveness;

/** The liveness of an agent as people see it: a symbol, a word, a colour. */
enum LivenessMark {
  DEAD("✗", "x", Tone.BAD),
  SUSPECT("!", "!", Tone.BAD),
  LATE("◐", "~", Tone.WAITING),
  UNKNOWN("?", "?", Tone.MUTED),
  ALIVE("✓", "+", Tone.GOOD);

  private final String symbol;
  private final String ascii;
  private final Tone tone;

  LivenessMark(String symbol, String ascii, Tone tone) {
    this.symbol = symbol;
    this.ascii = ascii;
    this.tone = tone;
  }

  static LivenessMark of(Liveness liveness) {
    return switch (liveness) {
      case ALIVE -> ALIVE;
      case LATE -> LATE;
      case SUSPECT -> SUSPECT;
      case DEAD -> DEAD;
      case UNKNOWN -> UNKNOWN;
    };
  }

  Tone tone() {
    return tone;
  }

  Table.Cell cell(Style style) {
    return Table.cell(tone, (style.unicode() ? symbol : ascii) + " " + name());
  }
}
