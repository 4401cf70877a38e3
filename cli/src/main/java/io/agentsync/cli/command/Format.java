package io.agentsync.cli.command;

import java.util.Locale;

/** The forms in which answers are given. */
enum Format {
  TABLE,
  PLAIN,
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
