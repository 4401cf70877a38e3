package io.agentsync.cli;

import io.agentsync.cli.command.CommandTree;
import io.agentsync.cli.command.Console;
import io.agentsync.cli.command.GlobalOptions;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine;

/** The modes that the tool has, as its parser knows them. */
final class Modes {

  private Modes() {}

  /** The tool itself: what can be said to every mode. */
  static CommandLine tool() {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Console console =
        new Console(
            nowhere, nowhere, false, false, StandardCharsets.UTF_8, Map.of(), Optional.empty());
    return CommandTree.of(console, new GlobalOptions());
  }

  /** Those that are shown to people, by name. */
  static Map<String, CommandLine> all() {
    Map<String, CommandLine> modes = new TreeMap<>();
    tool()
        .getSubcommands()
        .values()
        .forEach(
            mode -> {
              if (!mode.getCommandSpec().usageMessage().hidden()) {
                modes.put(mode.getCommandName(), mode);
              }
            });
    return modes;
  }
}
