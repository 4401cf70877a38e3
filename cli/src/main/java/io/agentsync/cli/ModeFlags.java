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

  /** The modes, and whether an id follows each. */
  private final Map<String, Boolean> modes;

  private final List<String> rest = new ArrayList<>();
  private Optional<String> mode = Optional.empty();

  ModeFlags(Map<String, Boolean> modes) {
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
      if (name.startsWith("--") && modes.containsKey(name.substring(2))) {
        Optional<String> value =
            equals < 0 ? Optional.empty() : Optional.of(argument.substring(equals + 1));
        take(name.substring(2), value, arguments.subList(i + 1, options));
      } else {
        rest.add(argument);
      }
    }
    rest.addAll(arguments.subList(options, arguments.size()));
    mode.ifPresent(word -> rest.add(0, word));
    return rest;
  }

  private void take(String word, Optional<String> value, List<String> following) {
    if (mode.isPresent()) {
      throw new UsageException(
          "--%s and --%s are two modes; use one at a time".formatted(mode.get(), word));
    }
    if (!rest.isEmpty() && modes.containsKey(rest.get(0))) {
      throw new UsageException(
          "%s and --%s are two modes; use one at a time".formatted(rest.get(0), word));
    }
    mode = Optional.of(word);
    boolean wantsId = modes.getOrDefault(word, false);
    if (value.isPresent() && !wantsId) {
      throw new UsageException("--%s takes no value".formatted(word));
    }
    value.ifPresent(rest::add);
    boolean idFollows = !following.isEmpty() && !following.get(0).startsWith("-");
    boolean excused = rest.contains("--all") || following.contains("--all");
    if (wantsId && value.isEmpty() && !idFollows && !excused) {
      throw new UsageException("--%s needs the ID of a sync point right after it".formatted(word));
    }
  }
}
