package io.agentsync.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the flag spelling of a mode, {@code --list} for {@code list}: it may stand anywhere among
 * the options, so it is moved to the front with its id, where the word would stand.
 */
final class ModeFlags {

  private static final String END_OF_OPTIONS = "--";

  /**
   * The names of the modes in both spellings, and what has to follow each: {@code ID}, {@code
   * AGENT}, or nothing.
   */
  private final Map<String, Optional<String>> modes;

  /** The options that may stand before a mode and take the next argument as their value. */
  private final Set<String> withValue;

  private final List<String> front = new ArrayList<>();
  private final List<String> rest = new ArrayList<>();

  ModeFlags(Map<String, Optional<String>> modes, Set<String> withValue) {
    this.modes = modes;
    this.withValue = withValue;
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
      if (!name.startsWith("--") || !modes.containsKey(name)) {
        rest.add(argument);
        continue;
      }
      begin(name);
      if (equals >= 0) {
        takeValue(name, argument.substring(equals + 1));
      } else if (takesIdFrom(name, arguments.subList(0, options), i + 1)) {
        i++;
        front.add(arguments.get(i));
      }
    }
    List<String> words = new ArrayList<>(front);
    words.addAll(rest);
    words.addAll(arguments.subList(options, arguments.size()));
    return words;
  }

  private void begin(String flag) {
    Optional<String> other =
        front.isEmpty() ? wordAmongOptions() : Optional.of("--" + front.get(0));
    if (other.isPresent()) {
      throw new UsageException(
          "%s and %s are two modes; use one at a time".formatted(other.get(), flag));
    }
    front.add(flag.substring(2));
  }

  /** The mode that stands before the flag as a word. */
  private Optional<String> wordAmongOptions() {
    String before = "";
    for (String argument : rest) {
      if (!argument.startsWith("-") && !withValue.contains(before)) {
        return Optional.of(argument).filter(modes::containsKey);
      }
      before = argument;
    }
    return Optional.empty();
  }

  private void takeValue(String flag, String value) {
    if (modes.getOrDefault(flag, Optional.empty()).isEmpty()) {
      throw new UsageException("%s takes no value".formatted(flag));
    }
    front.add(value);
  }

  private boolean takesIdFrom(String flag, List<String> arguments, int next) {
    Optional<String> wanted = modes.getOrDefault(flag, Optional.empty());
    if (wanted.isEmpty()) {
      return false;
    }
    boolean idFollows = next < arguments.size() && !arguments.get(next).startsWith("-");
    if (!idFollows && !arguments.contains("--all")) {
      throw new UsageException(
          "%s needs the %s right after it".formatted(flag, words(wanted.get())));
    }
    return idFollows;
  }

  private static String words(String label) {
    return label.equals("AGENT") ? "id of an AGENT" : "ID of a sync point";
  }
}
