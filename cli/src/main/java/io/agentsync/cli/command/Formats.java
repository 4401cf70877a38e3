package io.agentsync.cli.command;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The forms in which a mode can answer, where those are not the usual ones. */
public interface Formats {

  /** What a mode offers that says nothing of it. */
  Set<Format> USUAL = EnumSet.of(Format.TABLE, Format.PLAIN, Format.JSON);

  /** The forms in which this mode can answer. */
  Set<Format> formats();

  /**
   * Refuses a form in which the mode cannot answer, before it does anything.
   *
   * @throws ParameterException naming those in which it can
   */
  static void check(GlobalOptions options, ParseResult parsed) {
    ParseResult leaf = parsed;
    while (leaf.hasSubcommand()) {
      leaf = leaf.subcommand();
    }
    CommandLine mode = leaf.commandSpec().commandLine();
    Set<Format> offered = mode.getCommand() instanceof Formats its ? its.formats() : USUAL;
    if (!offered.contains(options.format())) {
      throw new ParameterException(
          mode,
          "-o %s makes no sense for %s; use one of: %s"
              .formatted(
                  options.format(),
                  leaf == parsed ? "the overview" : mode.getCommandName(),
                  offered.stream().map(Format::toString).collect(Collectors.joining(", "))));
    }
  }
}
