package io.agentsync.cli.command;

import java.util.Locale;

/** The forms in which answers are given. */
enum Format {
  TABLE,
  PLAIN,
  JSON,
  /** One object a line, for modes that have more than one to give. */
  JSONL;

  /** Whether it is JSON, in which everything is said within the answer. */
  boolean forPrograms() {
    return this == JSON || this == JSONL;
  }

  /** Whether a mode can answer in this form. */
  boolean suits(String mode) {
    return this != JSONL || mode.equals("monitor");
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
