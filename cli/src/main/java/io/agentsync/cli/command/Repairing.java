package io.agentsync.cli.command;

import io.agentsync.AgentSynchronizer;
import io.agentsync.cli.render.RepairReport;
import io.agentsync.cli.render.RepairReport.Action;
import io.agentsync.model.SyncStatus;
import java.util.function.Predicate;

/** What force and abort have in common: end a generation by hand, and say what that meant. */
record Repairing(Invocation call, Action action, boolean dryRun) {

  int run(String syncId, Predicate<AgentSynchronizer> repair) {
    try (AgentSynchronizer synchronizer = call.open()) {
      SyncStatus before =
          call.about(synchronizer, syncId, () -> synchronizer.getSyncStatus(syncId));
      boolean done = !dryRun && repair.test(synchronizer);
      SyncStatus after =
          dryRun
              ? before
              : call.about(synchronizer, syncId, () -> synchronizer.getSyncStatus(syncId));
      RepairReport report = new RepairReport(synchronizer.location(), action, done, dryRun, after);
      if (!call.human()) {
        call.print(report);
      } else if (report.effective() && (!call.quiet() || dryRun)) {
        call.print(report);
      }
      if (!report.effective()) {
        call.complain(report.sentence());
      }
      return (report.effective() ? ExitCode.DONE : ExitCode.FINDINGS).code();
    }
  }
}
