package io.agentsync.cli.live;

import io.agentsync.cli.monitor.Key;
import io.agentsync.cli.monitor.Key.Kind;
import java.io.IOException;
import java.util.Optional;
import org.jline.utils.NonBlockingReader;

/**
 * Makes keys of what a terminal sends for them.
 *
 * @param reader where it arrives
 */
record Keyboard(NonBlockingReader reader) {

  private static final int ESCAPE = 27;
  private static final int CONTROL_C = 3;
  private static final int BACKSPACE = 8;
  private static final int DELETE = 127;

  /** What a key sends comes at once; a longer pause means that Escape was all of it. */
  private static final long WITHIN_A_KEY_MILLIS = 50;

  /** The next key; empty if none is pressed by then. */
  Optional<Key> next(long patienceMillis) throws IOException {
    int c = reader.read(Math.max(1, patienceMillis));
    return switch (c) {
      case NonBlockingReader.READ_EXPIRED -> Optional.empty();
      // The terminal is gone.
      case NonBlockingReader.EOF, CONTROL_C -> Optional.of(Key.of(Kind.INTERRUPT));
      case '\r', '\n' -> Optional.of(Key.of(Kind.ENTER));
      case BACKSPACE, DELETE -> Optional.of(Key.of(Kind.BACKSPACE));
      case ESCAPE -> Optional.of(Key.of(afterEscape()));
      default -> Optional.of(c < ' ' ? Key.of(Kind.OTHER) : Key.text((char) c));
    };
  }

  private Kind afterEscape() throws IOException {
    int c = reader.peek(WITHIN_A_KEY_MILLIS);
    if (c != '[' && c != 'O') {
      // Another key, pressed quickly afterwards.
      return Kind.ESCAPE;
    }
    int unused = reader.read(WITHIN_A_KEY_MILLIS);
    return sequence();
  }

  private Kind sequence() throws IOException {
    int parameter = 0;
    int c = reader.read(WITHIN_A_KEY_MILLIS);
    while (c >= 0 && c < '@') {
      parameter = c;
      c = reader.read(WITHIN_A_KEY_MILLIS);
    }
    return switch (c) {
      case 'A' -> Kind.UP;
      case 'B' -> Kind.DOWN;
      case 'H' -> Kind.HOME;
      case 'F' -> Kind.END;
      case 'M' -> Kind.ENTER;
      case '~' ->
          switch (parameter) {
            case '1', '7' -> Kind.HOME;
            case '4', '8' -> Kind.END;
            case '5' -> Kind.PAGE_UP;
            case '6' -> Kind.PAGE_DOWN;
            default -> Kind.OTHER;
          };
      default -> Kind.OTHER;
    };
  }
}
