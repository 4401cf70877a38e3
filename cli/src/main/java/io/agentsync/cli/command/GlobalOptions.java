package io.agentsync.cli.command;

import io.agentsync.cli.render.ColorPolicy;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What can be said to every mode, before it or after it. */
public final class GlobalOptions {

  @Option(
      names = "--store",
      paramLabel = "LOCATION",
      scope = ScopeType.INHERIT,
      description = {
        "Where the state is: a directory, or a URI.",
        "Default: $AGENT_SYNC_STORE,",
        "else ~/.local/state/agent-sync."
      })
  Optional<String> store = Optional.empty();

  @Option(
      names = "--run",
      paramLabel = "ID",
      scope = ScopeType.INHERIT,
      description =
          "Only the sync points of this run. Default: $AGENT_SYNC_RUN; else those in no run, and list shows all.")
  Optional<String> run = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      scope = ScopeType.INHERIT,
      description = "One of: ${COMPLETION-CANDIDATES}.")
  Optional<Format> output = Optional.empty();

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "The same as -o json.")
  boolean json;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Say only what was asked for, and errors.")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Say more about what happens, on stderr.")
  boolean verbose;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      scope = ScopeType.INHERIT,
      description = "One of: ${COMPLETION-CANDIDATES}.")
  ColorPolicy color = ColorPolicy.AUTO;

  @Option(
      names = "--no-input",
      scope = ScopeType.INHERIT,
      description = "Never ask anything, not even on a terminal.")
  boolean noInput;

  /** Whether to say more about what happens. */
  public boolean verbose() {
    return verbose;
  }

  Format format() {
    return json ? Format.JSON : output.orElse(Format.TABLE);
  }

  /** What is wrong with the form that was asked for in that mode, if anything. */
  public Optional<String> misfit(String mode) {
    return format().suits(mode)
        ? Optional.empty()
        : Optional.of("-o %s makes no sense for %s".formatted(format(), mode));
  }

  /** Whether two forms of answer were asked for. */
  public boolean contradictory() {
    return json && output.filter(format -> format != Format.JSON).isPresent();
  }
}
