package io.agentsync.cli.command;

import io.agentsync.AgentSynchronizer;
import io.agentsync.cli.render.SyncReport;
import io.agentsync.model.SyncOptions;
import io.agentsync.model.SyncResult;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes part in a sync point from a shell. */
@Command(
    name = "sync",
    aliases = "--sync",
    description = "Takes part as an agent: arrives, waits for the others.")
final class SyncCommand implements Callable<Integer> {

  private final Invocation call;

  @Parameters(paramLabel = "ID", description = "The sync point.")
  String id = "";

  @Option(names = "--agent", paramLabel = "A", required = true, description = "Who takes part.")
  String agent = "";

  @Option(
      names = "--with",
      split = ",",
      paramLabel = "B",
      description = "The others, separated by commas. Without it: as the sync point was declared.")
  Set<String> others = Set.of();

  @Option(
      names = "--timeout",
      paramLabel = "D",
      converter = DurationConverter.class,
      description = "How long it may take from the first arrival. Default: 30s.")
  Optional<Duration> timeout = Optional.empty();

  SyncCommand(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    if (others.isEmpty() && timeout.isPresent()) {
      throw new Complaint(
          ExitCode.USAGE, "--timeout needs --with: without it the sync point's own timeout holds");
    }
    try (AgentSynchronizer synchronizer = call.openOrCreate();
        LastWords unused = new LastWords()) {
      Attendance attendance = new Attendance(call, synchronizer, id);
      SyncResult result = call.about(synchronizer, id, () -> attendance.await(begin(synchronizer)));
      return report(new SyncReport(synchronizer.location(), agent, result)).code();
    }
  }

  private CompletableFuture<SyncResult> begin(AgentSynchronizer synchronizer) {
    if (others.isEmpty()) {
      return synchronizer.joinSyncPoint(id, agent);
    }
    SyncOptions.Builder options = SyncOptions.builder();
    timeout.ifPresent(options::timeout);
    return synchronizer.joinOrCreateSyncPoint(id, agent, others, options.build());
  }

  private ExitCode report(SyncReport report) {
    if (!call.human() || !call.quiet()) {
      call.print(report);
    }
    if (report.result().success()) {
      return ExitCode.DONE;
    }
    call.complain(report.failure());
    return ExitCode.FINDINGS;
  }
}
