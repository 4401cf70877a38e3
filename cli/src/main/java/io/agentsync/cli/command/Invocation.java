package io.agentsync.cli.command;

import io.agentsync.AgentSynchronizer;
import io.agentsync.RunName;
import io.agentsync.StoreLocation;
import io.agentsync.SynchronizerBuilder;
import io.agentsync.cli.render.JsonText;
import io.agentsync.cli.render.Measured;
import io.agentsync.cli.render.Report;
import io.agentsync.cli.render.Style;
import io.agentsync.model.Moment;
import io.agentsync.model.Problem;
import io.agentsync.model.StoreException;
import io.agentsync.model.SyncStatus;
import io.agentsync.model.TimeSource;
import io.agentsync.model.UnknownSyncPointException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** One call of the tool: finds the store that was meant, and answers in the form asked for. */
final class Invocation {

  private final Console console;
  private final GlobalOptions options;

  Invocation(Console console, GlobalOptions options) {
    this.console = console;
    this.options = options;
  }

  Instant now() {
    return time().now().wall();
  }

  /** The present; not comparable with that of other processes. */
  TimeSource time() {
    return console
        .time()
        .orElse(() -> new Moment(Instant.now(), Optional.empty(), System.nanoTime()));
  }

  /** Whether to take over the terminal: somebody sits there, and it can do more than print. */
  boolean ownsScreen() {
    String type = console.environment().getOrDefault("TERM", "");
    return human() && console.outIsTerminal() && !type.isEmpty() && !type.equals("dumb");
  }

  /** What text for people is written in. */
  Charset charset() {
    return console.charset();
  }

  boolean quiet() {
    return options.quiet;
  }

  boolean human() {
    return options.format() == Format.TABLE;
  }

  boolean watched() {
    return console.errIsTerminal() && !options.quiet;
  }

  /** The store, to look at or to repair: a place that was named has to be there. */
  AgentSynchronizer open() {
    AgentSynchronizer synchronizer = openOrCreate();
    try {
      requireThere(synchronizer);
      return synchronizer;
    } catch (Complaint | StoreException e) {
      synchronizer.close();
      throw e;
    }
  }

  /** Complains if the store is at a place that was named and is not there. */
  void requireThere(AgentSynchronizer synchronizer) {
    if (!place().given() || synchronizer.locationExists()) {
      return;
    }
    String named =
        options.store.isPresent()
            ? "--store"
            : "the environment variable " + StoreLocation.VARIABLE;
    throw new Complaint(
        ExitCode.STORE,
        "there is no store at %s, named by %s; check the path, or start an agent that uses it"
            .formatted(synchronizer.location(), named));
  }

  /** The store, to look at one of its runs, whichever was asked for. */
  AgentSynchronizer openRun(String run) {
    SynchronizerBuilder builder = AgentSynchronizer.builder().store(place().location()).run(run);
    console.time().ifPresent(builder::time);
    return builder.build();
  }

  /** The store, to take part: it comes into being with the first agent. */
  AgentSynchronizer openOrCreate() {
    SynchronizerBuilder builder = AgentSynchronizer.builder().store(place().location());
    console.time().ifPresent(builder::time);
    run().ifPresent(builder::run);
    AgentSynchronizer synchronizer = builder.build();
    if (options.verbose) {
      console.tell("sync-diag: the store is " + synchronizer.location());
    }
    return synchronizer;
  }

  /** Asks about one sync point; if there is none, says what may have been meant. */
  <T> T about(AgentSynchronizer synchronizer, String syncId, Supplier<T> question) {
    try {
      return question.get();
    } catch (UnknownSyncPointException e) {
      throw new Complaint(ExitCode.UNKNOWN, new UnknownPoint(this, synchronizer, syncId).line(e));
    }
  }

  /** The run that was asked for. */
  Optional<String> run() {
    return RunName.find(options.run, console.environment());
  }

  /** How the run was asked for, if it was. */
  String runNamedBy() {
    return options.run.isPresent() ? "--run" : "the environment variable " + RunName.VARIABLE;
  }

  void print(Report report) {
    List<String> lines =
        switch (options.format()) {
          case TABLE -> report.table(style());
          case PLAIN -> report.plain();
          case JSON -> List.of(JsonText.of(report.json()));
          case JSONL -> report.jsonLines().stream().map(JsonText::of).toList();
          case PROMETHEUS -> ((Measured) report).metrics().lines();
        };
    if (!lines.isEmpty()) {
      console.write(
          String.join("\n", lines) + "\n", human() ? console.charset() : StandardCharsets.UTF_8);
    }
  }

  /** For shells. */
  void write(String text) {
    console.write(text, StandardCharsets.UTF_8);
  }

  /** For people who did not ask for silence, where the answer itself is empty. */
  void remark(String line) {
    if (human() && !options.quiet) {
      console.tell(line);
    }
  }

  /** What is going on, to whoever watches. */
  void say(String line) {
    if (watched()) {
      console.tell(line);
    }
  }

  /** What to do next about a sync point, if somebody sits there. */
  void hint(String mode, SyncStatus point) {
    hint(mode + " " + point.syncId() + point.run().map(run -> " --run " + run).orElse(""));
  }

  /** What to do next, if somebody sits there. */
  void hint(String command) {
    if (human() && watched() && console.outIsTerminal()) {
      console.tell("Next: sync-diag " + command + storeAgain());
    }
  }

  void complain(String line) {
    console.tell("sync-diag: " + line);
  }

  /** What could not be read, for people; programs find it in the answer. */
  void report(List<Problem> problems) {
    if (!options.format().forPrograms()) {
      problems.forEach(problem -> complain(problem.path() + ": " + problem.reason()));
    }
  }

  private StoreLocation place() {
    return StoreLocation.find(options.store, console.environment());
  }

  private String storeAgain() {
    return options
        .store
        .map(
            store ->
                store.matches("[\\w./:@%+,-]+") ? store : "'" + store.replace("'", "'\\''") + "'")
        .map(store -> " --store " + store)
        .orElse("");
  }

  Style style() {
    return new Style(
        options.color.allows(console.outIsTerminal(), console.environment()),
        console.unicode(),
        console.outIsTerminal() ? columns() : OptionalInt.empty());
  }

  private OptionalInt columns() {
    String columns = console.environment().getOrDefault("COLUMNS", "");
    return columns.matches("[1-9][0-9]{0,4}")
        ? OptionalInt.of(Integer.parseInt(columns))
        : OptionalInt.empty();
  }
}
