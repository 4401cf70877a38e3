package io.agentsync.cli.render;

/** What a piece of text means to the reader; colour only repeats what its words say. */
public enum Tone {
  PLAIN(""),
  STRONG("1"),
  MUTED("2"),
  GOOD("32"),
  WAITING("33"),
  BAD("31");

  private final String code;

  Tone(String code) {
    this.code = code;
  }

  String paint(String text) {
    return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
