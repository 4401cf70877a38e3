package io.agentsync.cli.monitor;

/**
 * One key that was pressed.
 *
 * @param kind which
 * @param character what it writes, if it is {@link Kind#TEXT}
 */
public record Key(Kind kind, char character) {

  /** The keys that mean something here. */
  public enum Kind {
    TEXT,
    ENTER,
    ESCAPE,
    BACKSPACE,
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    HOME,
    END,
    INTERRUPT,
    OTHER
  }

  /** A key that writes a character. */
  public static Key text(char character) {
    return new Key(Kind.TEXT, character);
  }

  /** A key that writes none. */
  public static Key of(Kind kind) {
    return new Key(kind, '\0');
  }
}
