package io.agentsync.cli;

import io.agentsync.cli.command.Console;
import io.agentsync.cli.command.ExitCode;
import io.agentsync.model.NearNames;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with the arguments, and what was probably meant. */
record UsageErrors(Console console) implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    String line =
        failure instanceof UnmatchedArgumentException unmatched
            ? unmatched(command, unmatched.getUnmatched().get(0))
            : words(failure);
    console.tell(
        "sync-diag: %s (see: %s --help)".formatted(line, command.getCommandSpec().qualifiedName()));
    return ExitCode.USAGE.code();
  }

  private static String words(ParameterException failure) {
    String message = String.valueOf(failure.getMessage());
    return (Character.toLowerCase(message.charAt(0)) + message.substring(1))
        .replace("is not an int", "is not a number")
        .replace(" (case-insensitive)", "");
  }

  private static String unmatched(CommandLine command, String argument) {
    return argument.startsWith("-") && argument.length() > 1
        ? unknownOption(command, argument.replaceFirst("=.*", ""))
        : unknownWord(command, argument);
  }

  private static String unknownOption(CommandLine command, String option) {
    Optional<String> owner =
        root(command).getSubcommands().values().stream()
            .filter(mode -> optionNames(mode).contains(option))
            .map(CommandLine::getCommandName)
            .findFirst();
    if (owner.isPresent()) {
      return "%s is an option of %s, not of %s"
          .formatted(option, owner.get(), command.getCommandName());
    }
    TreeSet<String> known = optionNames(command);
    if (isRoot(command)) {
      known.addAll(command.getSubcommands().keySet());
      known.removeIf(name -> !name.startsWith("-"));
    }
    return "unknown option \"%s\"%s".formatted(option, near(option, known));
  }

  private static String unknownWord(CommandLine command, String word) {
    if (isRoot(command)) {
      TreeSet<String> known = new TreeSet<>(command.getSubcommands().keySet());
      known.removeIf(name -> name.startsWith("-"));
      known.add("--help");
      known.add("--version");
      return "unknown mode \"%s\"%s".formatted(word, near(word, known));
    }
    if (root(command).getSubcommands().containsKey(word)) {
      return "%s and %s are two modes; use one at a time".formatted(command.getCommandName(), word);
    }
    return "\"%s\" is one argument too many for %s".formatted(word, command.getCommandName());
  }

  private static String near(String typed, TreeSet<String> known) {
    List<String> names = NearNames.of(typed, known);
    return NearNames.question(names);
  }

  private static TreeSet<String> optionNames(CommandLine command) {
    TreeSet<String> names = new TreeSet<>();
    for (OptionSpec option : command.getCommandSpec().options()) {
      names.addAll(List.of(option.names()));
    }
    return names;
  }

  private static boolean isRoot(CommandLine command) {
    return command.getParent() == null;
  }

  private static CommandLine root(CommandLine command) {
    return Optional.ofNullable(command.getParent()).orElse(command);
  }
}
