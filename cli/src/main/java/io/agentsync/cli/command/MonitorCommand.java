package io.agentsync.cli.command;

import io.agentsync.AgentSynchronizer;
import io.agentsync.cli.live.End;
import io.agentsync.cli.live.Eyes;
import io.agentsync.cli.live.FullScreen;
import io.agentsync.cli.live.Limits;
import io.agentsync.cli.live.LineLoop;
import io.agentsync.cli.live.Pace;
import io.agentsync.cli.live.Watch;
import io.agentsync.cli.monitor.Tick;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows a store while things happen in it. */
@Command(
    name = "monitor",
    aliases = "--monitor",
    description = {
      "Shows what happens, live: the whole screen on a terminal, else a line for each change."
    },
    footer = {
      "",
      "It only reads. On a terminal: q quits, p pauses, s sorts, f filters by id,",
      "arrows and Enter show details and findings, ? explains.",
      "In a pipe or with TERM=dumb: the store, what is there, then a line for each change",
      "and one after each look (-q: changes only); -o plain has tabs, -o jsonl an object",
      "a line."
    })
final class MonitorCommand implements Callable<Integer>, Formats {

  private static final Duration SHORTEST = Duration.ofMillis(100);

  private final Invocation call;

  @Option(
      names = "--interval",
      paramLabel = "D",
      converter = DurationConverter.class,
      description = "How often to look. Default: 1s; 2s while looking is slow.")
  Optional<Duration> interval = Optional.empty();

  @Option(names = "--count", paramLabel = "N", description = "End after so many looks.")
  Optional<Integer> count = Optional.empty();

  @Option(
      names = "--monitor-duration",
      paramLabel = "SECONDS",
      converter = SecondsConverter.class,
      description = "End after so long. Default: not before it is told to.")
  Optional<Duration> duration = Optional.empty();

  MonitorCommand(Invocation call) {
    this.call = call;
  }

  @Override
  public Set<Format> formats() {
    return EnumSet.complementOf(EnumSet.of(Format.PROMETHEUS));
  }

  @Override
  public Integer call() throws IOException {
    if (interval.filter(often -> often.compareTo(SHORTEST) < 0).isPresent()) {
      throw new Complaint(ExitCode.USAGE, "--interval needs 100ms or more");
    }
    if (count.filter(most -> most < 1).isPresent()) {
      throw new Complaint(ExitCode.USAGE, "--count needs a number of 1 or more");
    }
    if (duration.filter(Duration::isZero).isPresent()) {
      throw new Complaint(ExitCode.USAGE, "--monitor-duration needs a length above 0");
    }
    try (AgentSynchronizer synchronizer = call.open();
        Watch watch =
            Watch.begin(new Eyes(synchronizer, call::openRun, call.time()), new Pace(interval))) {
      return code(run(watch, synchronizer.location())).code();
    }
  }

  private End run(Watch watch, String store) throws IOException {
    Limits limits = new Limits(count, duration);
    if (call.ownsScreen()) {
      Optional<End> end =
          new FullScreen(watch, limits, call.time(), call.style()).run(store, call.charset());
      if (end.isPresent()) {
        sayLast(end.get());
        return end.get();
      }
    }
    return new LineLoop(watch, limits, call.time(), !call.quiet(), call::print).run(store);
  }

  /** The screen is gone, and with it what it said. */
  private void sayLast(End end) {
    boolean byItself = end.cause() == End.Cause.QUIT || end.cause() == End.Cause.REACHED;
    if (byItself && !call.quiet()) {
      end.picture().seen().ifPresent(last -> call.print(Tick.of(end.picture(), last.at())));
    }
  }

  private static ExitCode code(End end) {
    return switch (end.cause()) {
      case QUIT -> ExitCode.DONE;
      case REACHED -> end.picture().troubled() ? ExitCode.STORE : ExitCode.DONE;
      case INTERRUPTED -> ExitCode.INTERRUPTED;
      case TERMINATED -> ExitCode.TERMINATED;
    };
  }
}
