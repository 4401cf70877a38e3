package io.agentsync.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the flag spelling of a mode, {@code --list} for {@code list}: it may stand anywhere among
 * the options, so it is moved to the front, where the word would stand.
 */
final class ModeFlags {

  private static final String END_OF_OPTIONS = "--";

  /**
   * The names of the modes in both spellings, and what has to follow each: {@code ID}, {@code
   * AGENT}, or nothing.
   */
  private final Map<String, Optional<String>> modes;

  private final List<String> rest = new ArrayList<>();
  private Optional<String> mode = Optional.empty();

  ModeFlags(Map<String, Optional<String>> modes) {
    this.modes = modes;
  }

  /**
   * The arguments in the other spelling.
   *
   * @throws UsageException if they name two modes, or no id where one is needed
   */
  List<String> toWords(List<String> arguments) {
    int end = arguments.indexOf(END_OF_OPTIONS);
    int options = end < 0 ? arguments.size() : end;
    for (int i = 0; i < options; i++) {
      String argument = arguments.get(i);
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (name.startsWith("--") && modes.containsKey(name)) {
        Optional<String> value =
            equals < 0 ? Optional.empty() : Optional.of(argument.substring(equals + 1));
        take(name, value, arguments.subList(i + 1, options));
      } else {
        rest.add(argument);
      }
    }
    rest.addAll(arguments.subList(options, arguments.size()));
    mode.ifPresent(flag -> rest.add(0, flag.substring(2)));
    return rest;
  }

  private void take(String flag, Optional<String> value, List<String> following) {
    if (mode.isPresent()) {
      throw new UsageException(
          "%s and %s are two modes; use one at a time".formatted(mode.get(), flag));
    }
    if (!rest.isEmpty() && modes.containsKey(rest.get(0))) {
      throw new UsageException(
          "%s and %s are two modes; use one at a time".formatted(rest.get(0), flag));
    }
    mode = Optional.of(flag);
    Optional<String> wanted = modes.getOrDefault(flag, Optional.empty());
    if (value.isPresent() && wanted.isEmpty()) {
      throw new UsageException("%s takes no value".formatted(flag));
    }
    value.ifPresent(rest::add);
    boolean idFollows = !following.isEmpty() && !following.get(0).startsWith("-");
    boolean excused = rest.contains("--all") || following.contains("--all");
    if (wanted.isPresent() && value.isEmpty() && !idFollows && !excused) {
      throw new UsageException(
          "%s needs the %s right after it".formatted(flag, words(wanted.get())));
    }
  }

  private static String words(String label) {
    return label.equals("AGENT") ? "id of an AGENT" : "ID of a sync point";
  }
}
