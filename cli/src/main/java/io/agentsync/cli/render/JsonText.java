package io.agentsync.cli.render;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers as JSON: one object, one line. The only place that knows the JSON library. */
public final class JsonText {

  private JsonText() {}

  /**
   * The JDK value that a text says.
   *
   * @throws IllegalArgumentException if it is no JSON, saying where it stops to be
   */
  public static Object read(String text) {
    try {
      return JsonMapper.shared().readValue(text, Object.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  /** The text of an answer, without a line end. */
  public static String of(Report report) {
    return write(report.json().asMap());
  }

  /** The text of a JDK value. */
  static String write(Object value) {
    // What a terminal must not see can only stand within strings, where an escape is as good.
    return Visible.escape(JsonMapper.shared().writeValueAsString(value));
  }
}
