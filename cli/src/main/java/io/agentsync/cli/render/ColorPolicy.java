package io.agentsync.cli.render;

import java.util.Locale;
import java.util.Map;

/** Whether to use colours; what was said on the command line beats the environment. */
public enum ColorPolicy {
  /** On a terminal that wants them. */
  AUTO,
  ALWAYS,
  NEVER;

  /**
   * Decides for one stream.
   *
   * @param terminal whether the stream is a terminal
   * @param environment the environment variables
   */
  public boolean allows(boolean terminal, Map<String, String> environment) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          environment.getOrDefault("NO_COLOR", "").isEmpty()
              && (forced(environment)
                  || (terminal && !environment.getOrDefault("TERM", "").equals("dumb")));
    };
  }

  private static boolean forced(Map<String, String> environment) {
    String value = environment.getOrDefault("CLICOLOR_FORCE", "");
    return !value.isEmpty() && !value.equals("0");
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
