package io.agentsync.cli;

import io.agentsync.cli.command.CommandTree;
import io.agentsync.cli.command.Console;
import io.agentsync.cli.command.ExitCode;
import io.agentsync.cli.command.Formats;
import io.agentsync.cli.command.GlobalOptions;
import io.agentsync.cli.command.OutputException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The program {@code sync-diag}. */
public final class Main {

  private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

  private final Console console;
  private final GlobalOptions options = new GlobalOptions();
  private final Failures failures;

  private Main(Console console) {
    this.console = console;
    this.failures = new Failures(console, options);
  }

  /** Runs it, and ends the JVM. */
  public static void main(String[] args) {
    System.exit(run(SystemConsole.open(), args));
  }

  /** Runs it within a process that goes on. */
  static int run(Console console, String... args) {
    return new Main(console).run(List.of(args));
  }

  private int run(List<String> args) {
    StringWriter help = new StringWriter();
    CommandLine line =
        CommandTree.of(console, options)
            .setOut(new PrintWriter(help))
            .setExecutionStrategy(this::execute)
            .setParameterExceptionHandler(new UsageErrors(console))
            .setExecutionExceptionHandler((failure, command, parsed) -> failures.codeOf(failure));
    try {
      int code = line.execute(words(line, args).toArray(String[]::new));
      if (!help.toString().isEmpty()) {
        console.write(help.toString(), console.charset());
      }
      return code;
    } catch (UsageException e) {
      console.tell("sync-diag: " + e.line());
      return ExitCode.USAGE.code();
    } catch (OutputException e) {
      return failures.codeOf(e);
    }
  }

  /** What was typed, with every mode as a word. */
  static List<String> words(CommandLine line, List<String> args) {
    return new ModeFlags(modes(line), withValue(line)).toWords(args);
  }

  private int execute(ParseResult parsed) {
    if (parsed.isUsageHelpRequested() && parsed.hasSubcommand()) {
      // Said before the mode, it is still the mode's help that is wanted.
      CommandLine mode = parsed.subcommand().commandSpec().commandLine();
      mode.usage(mode.getOut());
      return ExitCode.DONE.code();
    }
    if (options.contradictory()) {
      throw new ParameterException(
          parsed.commandSpec().commandLine(), "--json and another -o contradict each other");
    }
    Formats.check(options, parsed);
    if (options.verbose()) {
      // Has to be said before the first logger is made; a class of the SDK makes it.
      System.setProperty(LOG_LEVEL, "info");
    }
    return new RunLast().execute(parsed);
  }

  private static Set<String> withValue(CommandLine line) {
    return line.getCommandSpec().options().stream()
        .filter(option -> option.arity().min() > 0)
        .flatMap(option -> Stream.of(option.names()))
        .collect(Collectors.toSet());
  }

  private static Map<String, Optional<String>> modes(CommandLine line) {
    Map<String, Optional<String>> modes = new HashMap<>();
    line.getSubcommands()
        .forEach(
            (name, mode) ->
                modes.put(
                    name,
                    mode.getCommandSpec().positionalParameters().stream()
                        .findFirst()
                        .map(PositionalParamSpec::paramLabel)));
    return modes;
  }
}
