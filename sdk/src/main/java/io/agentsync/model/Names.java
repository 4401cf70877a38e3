package io.agentsync.model;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The one rule for the names of sync points and agents, and the order in which they are shown. */
public final class Names {

  /** The rule in words, as every refusal quotes it. */
  public static final String RULE =
      "1 to 128 of the characters A-Z a-z 0-9 . _ - : / @ +, the first one a letter, digit or _";

  private static final int LONGEST = 128;

  private Names() {}

  /**
   * Returns {@code name} if it keeps the rule.
   *
   * @param what what it names, for the message: "sync point id" or "agent id"
   * @throws InvalidRequestException if it does not, quoting the rule
   */
  public static String require(String what, @Nullable String name) {
    if (name != null && allowed(name)) {
      return name;
    }
    throw new InvalidRequestException(
        "%s is not a valid %s: use %s.".formatted(quoted(name), what, RULE));
  }

  /**
   * Requires of each of the names that it keeps the rule.
   *
   * @param what what they name, for the message
   * @throws InvalidRequestException if one does not, quoting the rule, or there is no set at all
   */
  public static void requireAll(String what, @Nullable Collection<String> names) {
    if (names == null) {
      throw new InvalidRequestException(
          "null is not a set of %ss: name at least one.".formatted(what));
    }
    names.forEach(name -> require(what, name));
  }

  /** Whether {@code name} keeps the rule. */
  public static boolean allowed(String name) {
    if (name.isEmpty() || name.length() > LONGEST || !begins(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!begins(c) && ".:/@+-".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean begins(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  /**
   * Returns the names as an unmodifiable set, sorted, so that every report shows them alike.
   *
   * @param names any names; copied
   */
  public static Set<String> sorted(Collection<String> names) {
    return names.isEmpty() ? Set.of() : Collections.unmodifiableSortedSet(new TreeSet<>(names));
  }

  private static String quoted(@Nullable String name) {
    if (name == null) {
      return "null";
    }
    String shown = name.length() <= 40 ? name : name.substring(0, 40) + "…";
    return shown
        .codePoints()
        .collect(
            () -> new StringBuilder("\""),
            (text, c) ->
                text.append(
                    Character.isISOControl(c) || c > 0x7e
                        ? "\\u%04x".formatted(c)
                        : Character.toString(c)),
            StringBuilder::append)
        .append('"')
        .toString();
  }
}
