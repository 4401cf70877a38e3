package io.agentsync.codec;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the lines that {@link PlainReader} reads. What would take anything else is for the JSON
 * library, which would write these the same way, at five times the cost.
 */
final class PlainWriter {

  private static final int TYPICAL = 512;

  private byte[] line = new byte[TYPICAL];
  private int length;

  private PlainWriter() {}

  /** The fields as a JSON object; null if that takes more than this class can. */
  static byte @Nullable [] write(Map<String, ?> fields) {
    PlainWriter writer = new PlainWriter();
    return writer.object(fields) ? Arrays.copyOf(writer.line, writer.length) : null;
  }

  /** Whether a character stands for itself in JSON text, and is ASCII. */
  static boolean plain(int c) {
    return c >= ' ' && c < 0x7f && c != '"' && c != '\\';
  }

  private boolean object(Map<?, ?> fields) {
    put('{');
    boolean first = true;
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      if (!first) {
        put(',');
      }
      first = false;
      if (!(field.getKey() instanceof String name) || !text(name)) {
        return false;
      }
      put(':');
      if (!value(field.getValue())) {
        return false;
      }
    }
    put('}');
    return true;
  }

  private boolean array(Collection<?> values) {
    put('[');
    boolean first = true;
    for (Object value : values) {
      if (!first) {
        put(',');
      }
      first = false;
      if (!value(value)) {
        return false;
      }
    }
    put(']');
    return true;
  }

  private boolean value(@Nullable Object value) {
    if (value instanceof String text) {
      return text(text);
    }
    if (value instanceof Long || value instanceof Boolean) {
      String word = value.toString();
      reserve(word.length());
      for (int i = 0; i < word.length(); i++) {
        line[length++] = (byte) word.charAt(i);
      }
      return true;
    }
    if (value instanceof Map<?, ?> fields) {
      return object(fields);
    }
    return value instanceof Collection<?> values && array(values);
  }

  private boolean text(String text) {
    int size = text.length();
    reserve(size + 2);
    line[length++] = '"';
    for (int i = 0; i < size; i++) {
      char c = text.charAt(i);
      if (!plain(c)) {
        return false;
      }
      line[length++] = (byte) c;
    }
    line[length++] = '"';
    return true;
  }

  private void put(char c) {
    reserve(1);
    line[length++] = (byte) c;
  }

  private void reserve(int more) {
    if (line.length - length < more) {
      line = Arrays.copyOf(line, Math.max(2 * line.length, length + more));
    }
  }
}
