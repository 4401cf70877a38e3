package io.agentsync.cli.render;

import tools.jackson.databind.json.JsonMapper;

/** Writes answers as JSON: one object, one line. The only place that knows the JSON library. */
public final class JsonText {

  private JsonText() {}

  /** The text of an answer, without a line end. */
  public static String of(Report report) {
    // What a terminal must not see can only stand within strings, where an escape is as good.
    return Visible.escape(JsonMapper.shared().writeValueAsString(report.json().asMap()));
  }
}
