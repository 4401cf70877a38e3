package io.agentsync.cli.command;

import io.agentsync.AgentSynchronizer;
import io.agentsync.cli.render.RepairSummary;
import io.agentsync.model.RepairReport;
import io.agentsync.model.SyncRepair;

/** Repairs a generation by hand, or only says what that would mean. */
record Repairing(Invocation call, String syncId, boolean dryRun) {

  int run(SyncRepair how) {
    try (AgentSynchronizer synchronizer = call.open()) {
      RepairReport report =
          call.about(
              synchronizer,
              syncId,
              () ->
                  dryRun
                      ? synchronizer.previewRepair(syncId, how)
                      : synchronizer.repair(syncId, how));
      RepairSummary summary =
          new RepairSummary(synchronizer.location(), how, dryRun, report, call.now());
      if (!call.human() || (report.effective() && (!call.quiet() || dryRun))) {
        call.print(summary);
      }
      if (!report.effective()) {
        call.complain(summary.sentence());
      }
      return (report.effective() ? ExitCode.DONE : ExitCode.FINDINGS).code();
    }
  }
}
