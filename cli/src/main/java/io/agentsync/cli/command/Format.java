package io.agentsync.cli.command;

import java.util.Locale;

/** The forms in which answers are given. */
public enum Format {
  TABLE,
  PLAIN,
  JSON,
  JSONL,
  PROMETHEUS;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
