package io.agentsync.cli.render;

import io.agentsync.model.SyncOutcome;
import java.util.Collection;
import java.util.Locale;

/** Small pieces of sentences. */
public final class Words {

  private Words() {}

  /** A number of things, such as {@code 2 agents}. */
  public static String count(long number, String one) {
    return number + " " + one + (number == 1 ? "" : "s");
  }

  static String list(Collection<String> names) {
    return names.isEmpty() ? "nobody" : String.join(", ", names);
  }

  /** The first names and how many more there are. */
  public static String list(Collection<String> names, int most) {
    if (names.isEmpty()) {
      return "-";
    }
    if (names.size() <= most) {
      return String.join(", ", names);
    }
    String first = String.join(", ", names.stream().limit(most).toList());
    String rest = "+" + (names.size() - most);
    return most == 0 ? names.size() + " agents" : first + ", " + rest;
  }

  /** The beginning of a text that is longer than there is room for. */
  static String shortened(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 3)) + "...";
  }

  /** An outcome in lower case, as it stands in a sentence. */
  public static String outcome(SyncOutcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
