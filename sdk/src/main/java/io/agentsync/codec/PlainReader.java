package io.agentsync.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines that nearly all records are: without white space between the tokens, and with
 * nothing in them but objects, arrays, true, false, short integers and printable ASCII text without
 * escapes. Says nothing of any other line: that is for the JSON library, which would read these the
 * same way, at five times the cost.
 */
final class PlainReader {

  private static final int DEEPEST = 8;
  private static final int MOST_DIGITS = 18;

  /** Names come again and again; a race here loses nothing but a hit. */
  private static final String[] NAMES = new String[256];

  private final byte[] line;
  private int at;
  private int depth;

  private PlainReader(byte[] line) {
    this.line = line;
  }

  /** The fields of the object that the line holds; null if it is not such a line. */
  static @Nullable Map<String, Object> read(byte[] line) {
    PlainReader reader = new PlainReader(line);
    Map<String, Object> fields = reader.next() == '{' ? reader.object() : null;
    return reader.at == line.length ? fields : null;
  }

  private @Nullable Map<String, Object> object() {
    Map<String, Object> fields = new LinkedHashMap<>(32);
    at++;
    if (next() == '}') {
      at++;
      return fields;
    }
    while (true) {
      String name = name();
      if (name == null || next() != ':') {
        return null;
      }
      at++;
      Object value = value();
      if (value == null || fields.put(name, value) != null) {
        return null;
      }
      int then = next();
      at++;
      if (then == '}') {
        return fields;
      }
      if (then != ',') {
        return null;
      }
    }
  }

  private @Nullable List<Object> array() {
    List<Object> values = new ArrayList<>();
    at++;
    if (next() == ']') {
      at++;
      return values;
    }
    while (true) {
      Object value = value();
      if (value == null) {
        return null;
      }
      values.add(value);
      int then = next();
      at++;
      if (then == ']') {
        return values;
      }
      if (then != ',') {
        return null;
      }
    }
  }

  private @Nullable Object value() {
    int first = next();
    if (first == '"') {
      int end = endOfText();
      return end < 0 ? null : text(end);
    }
    if (first == '{' || first == '[') {
      if (++depth > DEEPEST) {
        return null;
      }
      Object value = first == '{' ? object() : array();
      depth--;
      return value;
    }
    if (first == 't') {
      return word("true") ? Boolean.TRUE : null;
    }
    if (first == 'f') {
      return word("false") ? Boolean.FALSE : null;
    }
    return number();
  }

  private @Nullable Long number() {
    boolean negative = next() == '-';
    if (negative) {
      at++;
    }
    int from = at;
    long number = 0;
    int digit = next();
    while (digit >= '0' && digit <= '9' && at - from < MOST_DIGITS) {
      number = number * 10 + digit - '0';
      at++;
      digit = next();
    }
    boolean one = at == from + 1;
    if (at == from || (line[from] == '0' && (!one || negative))) {
      return null;
    }
    return negative ? -number : number;
  }

  private boolean word(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (next() != word.charAt(i)) {
        return false;
      }
      at++;
    }
    return true;
  }

  private @Nullable String name() {
    int end = next() == '"' ? endOfText() : -1;
    if (end < 0) {
      return null;
    }
    int hash = 0;
    for (int i = at + 1; i < end; i++) {
      hash = 31 * hash + line[i];
    }
    int slot = (hash ^ (hash >>> 8)) & (NAMES.length - 1);
    String known = NAMES[slot];
    if (known != null && says(known, end)) {
      at = end + 1;
      return known;
    }
    String name = text(end);
    NAMES[slot] = name;
    return name;
  }

  private boolean says(String known, int end) {
    if (known.length() != end - at - 1) {
      return false;
    }
    for (int i = 0; i < known.length(); i++) {
      if (known.charAt(i) != line[at + 1 + i]) {
        return false;
      }
    }
    return true;
  }

  /** Where the text ends that begins here; below 0 if it has something special in it. */
  private int endOfText() {
    for (int i = at + 1; i < line.length; i++) {
      byte c = line[i];
      if (c == '"') {
        return i;
      }
      if (!PlainWriter.plain(c)) {
        return -1;
      }
    }
    return -1;
  }

  private String text(int end) {
    String text = new String(line, at + 1, end - at - 1, StandardCharsets.ISO_8859_1);
    at = end + 1;
    return text;
  }

  private int next() {
    return at < line.length ? line[at] : -1;
  }
}
