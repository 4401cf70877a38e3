package io.agentsync.cli.command;

import io.agentsync.AgentSynchronizer;
import io.agentsync.cli.render.DiagnosesReport;
import io.agentsync.cli.render.DiagnosisReport;
import io.agentsync.cli.render.PointOrder;
import io.agentsync.cli.render.UnreadableReport;
import io.agentsync.model.Finding;
import io.agentsync.model.Problem;
import io.agentsync.model.Severity;
import io.agentsync.model.StoreDiagnosis;
import io.agentsync.model.SyncDiagnosis;
import io.agentsync.model.UnreadableSyncPointException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what is the matter with one sync point, or with all of them. */
@Command(
    name = "diagnose",
    aliases = "--diagnose",
    description = "Why a sync point is stuck, and what to do about it.")
final class DiagnoseCommand implements Callable<Integer> {

  private final Invocation call;

  @Parameters(arity = "0..1", paramLabel = "ID", description = "The sync point.")
  Optional<String> id = Optional.empty();

  @Option(names = "--all", description = "Every sync point of the store.")
  boolean all;

  DiagnoseCommand(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    if (all == id.isPresent()) {
      throw new Complaint(
          ExitCode.USAGE,
          all ? "diagnose takes an ID or --all, not both" : "diagnose needs an ID, or --all");
    }
    try (AgentSynchronizer synchronizer = call.open()) {
      return (id.isPresent() ? one(synchronizer, id.get()) : all(synchronizer)).code();
    }
  }

  private ExitCode one(AgentSynchronizer synchronizer, String syncId) {
    try {
      SyncDiagnosis diagnosis =
          call.about(synchronizer, syncId, () -> synchronizer.diagnoseSyncIssues(syncId));
      call.print(new DiagnosisReport(synchronizer.location(), call.now(), diagnosis));
      call.report(diagnosis.problems());
      return diagnosis.healthy() ? ExitCode.DONE : ExitCode.FINDINGS;
    } catch (UnreadableSyncPointException e) {
      call.print(new UnreadableReport(synchronizer.location(), syncId, e.problems()));
      return ExitCode.STORE;
    }
  }

  private static Severity worst(SyncDiagnosis diagnosis) {
    return diagnosis.findings().stream()
        .map(Finding::severity)
        .max(Comparator.naturalOrder())
        .orElse(Severity.INFO);
  }

  private ExitCode all(AgentSynchronizer synchronizer) {
    StoreDiagnosis found = synchronizer.diagnoseAll();
    Instant now = call.now();
    List<SyncDiagnosis> inOrder =
        PointOrder.PROBLEMS.sort(found.syncPoints(), SyncDiagnosis::status, now).stream()
            .sorted(Comparator.comparing(DiagnoseCommand::worst).reversed())
            .toList();
    DiagnosesReport report =
        new DiagnosesReport(
            synchronizer.location(), now, found.blockers(), inOrder, found.problems());
    call.print(report);
    if (inOrder.isEmpty()) {
      call.remark("no sync points in " + synchronizer.location());
    }
    Set<Problem> problems = new LinkedHashSet<>();
    inOrder.forEach(diagnosis -> problems.addAll(diagnosis.problems()));
    problems.addAll(found.problems());
    call.report(List.copyOf(problems));
    return !found.problems().isEmpty()
        ? ExitCode.STORE
        : report.healthy() ? ExitCode.DONE : ExitCode.FINDINGS;
  }
}
