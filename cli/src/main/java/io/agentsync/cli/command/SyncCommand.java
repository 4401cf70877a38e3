package io.agentsync.cli.command;

import io.agentsync.AgentSynchronizer;
import io.agentsync.cli.render.JsonText;
import io.agentsync.cli.render.SyncReport;
import io.agentsync.model.ArrivalStatus;
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

  @Option(
      names = "--quorum",
      paramLabel = "K",
      description = "So many agents are enough. Default: all of them.")
  Optional<Integer> quorum = Optional.empty();

  @Option(
      names = "--payload",
      paramLabel = "JSON",
      description = "What the others are given with the result.")
  Optional<String> payload = Optional.empty();

  @Option(
      names = "--status",
      paramLabel = "S",
      description = "How its part went: ${COMPLETION-CANDIDATES}. Default: OK.")
  Optional<ArrivalStatus> status = Optional.empty();

  @Option(
      names = "--round",
      paramLabel = "K",
      description = "The K-th meeting of the run. Default: the next that it has not had.")
  Optional<Integer> round = Optional.empty();

  @Option(
      names = "--loss-grace",
      paramLabel = "D",
      converter = LossGrace.Converter.class,
      description =
          "How long a registered agent has to be proven dead before this ends as AGENT_LOST; off: wait until the deadline. Default: 15s.")
  Optional<LossGrace> lossGrace = Optional.empty();

  @Option(
      names = "--fail-fast",
      description = "Give up when the others are seen to wait for each other, or for this.")
  boolean failFast;

  SyncCommand(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    refuseWithoutSet("--timeout", timeout, "timeout");
    refuseWithoutSet("--quorum", quorum, "rule");
    if (round.isPresent() && call.run().isEmpty()) {
      throw new Complaint(
          ExitCode.USAGE,
          "--round needs --run, or AGENT_SYNC_RUN: rounds are counted in runs only");
    }
    SyncOptions options = options();
    try (AgentSynchronizer synchronizer = call.openOrCreate();
        LastWords unused = new LastWords()) {
      Attendance attendance = new Attendance(call, synchronizer, id);
      SyncResult result =
          call.about(synchronizer, id, () -> attendance.await(begin(synchronizer, options)));
      return report(
              new SyncReport(
                  synchronizer.location(), synchronizer.run(), Optional.of(agent), result))
          .code();
    }
  }

  private CompletableFuture<SyncResult> begin(AgentSynchronizer synchronizer, SyncOptions options) {
    return others.isEmpty()
        ? synchronizer.joinSyncPoint(id, agent, options)
        : synchronizer.joinOrCreateSyncPoint(id, agent, others, options);
  }

  private SyncOptions options() {
    SyncOptions.Builder options = SyncOptions.builder().blocking(true).failFast(failFast);
    timeout.ifPresent(options::timeout);
    quorum.ifPresent(options::quorum);
    status.ifPresent(options::status);
    round.ifPresent(options::round);
    lossGrace.ifPresent(grace -> grace.addTo(options));
    payload.map(SyncCommand::value).ifPresent(options::payload);
    return options.build();
  }

  private static Object value(String json) {
    try {
      return JsonText.read(json);
    } catch (IllegalArgumentException e) {
      throw new Complaint(
          ExitCode.USAGE,
          "--payload needs JSON, such as 5, \"text\" or {\"files\":3}: " + e.getMessage());
    }
  }

  private void refuseWithoutSet(String option, Optional<?> value, String own) {
    if (others.isEmpty() && value.isPresent()) {
      throw new Complaint(
          ExitCode.USAGE,
          "%s needs --with: without it the sync point's own %s holds".formatted(option, own));
    }
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
