package io.agentsync.cli.command;

import java.util.Optional;
import picocli.CommandLine.Option;

/** What can be said to every mode that repairs by hand. */
final class RepairOptions {

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for everybody to see.")
  Optional<String> reason = Optional.empty();

  @Option(names = "--dry-run", description = "Only say what would happen.")
  boolean dryRun;
}
