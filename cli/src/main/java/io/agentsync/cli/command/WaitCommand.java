package io.agentsync.cli.command;

import io.agentsync.AgentSynchronizer;
import io.agentsync.cli.render.StillOpenReport;
import io.agentsync.cli.render.SyncReport;
import io.agentsync.model.SyncResult;
import io.agentsync.model.SyncStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Waits for the outcome of a sync point without taking part. */
@Command(
    name = "wait",
    aliases = "--wait",
    description = "Waits for the outcome, without taking part.",
    footer = {
      "",
      "Of the generation that is the newest now. Exits with 1 if it failed, or if",
      "--timeout is over before its end."
    })
final class WaitCommand implements Callable<Integer> {

  private static final Duration FOR_EVER = Duration.ofDays(3650);

  private final Invocation call;

  @Parameters(paramLabel = "ID", description = "The sync point.")
  String id = "";

  @Option(
      names = "--timeout",
      paramLabel = "D",
      converter = DurationConverter.class,
      description = "For how long at most. Default: as long as it takes.")
  Duration timeout = FOR_EVER;

  WaitCommand(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    try (AgentSynchronizer synchronizer = call.open();
        LastWords unused = new LastWords()) {
      SyncStatus before = call.about(synchronizer, id, () -> synchronizer.getSyncStatus(id));
      if (before.open() && !before.missing().isEmpty()) {
        call.say("waiting at %s for %s".formatted(id, String.join(", ", before.missing())));
      }
      long began = System.nanoTime();
      Optional<SyncResult> result = call.about(synchronizer, id, () -> await(synchronizer));
      Duration waited = Duration.ofNanos(System.nanoTime() - began);
      if (result.isPresent()) {
        return report(
            new SyncReport(
                synchronizer.location(), synchronizer.run(), Optional.empty(), result.get()));
      }
      if (waited.compareTo(timeout) < 0) {
        call.complain("interrupted while waiting at " + id);
        return ExitCode.INTERRUPTED.code();
      }
      return report(
          new StillOpenReport(
              synchronizer.location(), call.now(), synchronizer.getSyncStatus(id), waited));
    }
  }

  private Optional<SyncResult> await(AgentSynchronizer synchronizer) {
    try {
      return synchronizer.awaitSyncPoint(id, timeout);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private int report(SyncReport report) {
    if (!call.human() || !call.quiet()) {
      call.print(report);
    }
    if (report.result().success()) {
      return ExitCode.DONE.code();
    }
    call.complain(report.failure());
    return ExitCode.FINDINGS.code();
  }

  private int report(StillOpenReport report) {
    if (!call.human() || !call.quiet()) {
      call.print(report);
    }
    call.complain(report.failure());
    return ExitCode.FINDINGS.code();
  }
}
