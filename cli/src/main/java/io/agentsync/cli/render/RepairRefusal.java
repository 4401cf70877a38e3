package io.agentsync.cli.render;

import io.agentsync.model.RepairReport;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncRepair;
import io.agentsync.model.SyncState;
import io.agentsync.model.SyncStatus;
import java.time.Instant;
import java.util.Optional;

/** Says in one sentence why a repair had no effect, or would have none. */
record RepairRefusal(SyncRepair how, boolean dryRun, RepairReport report, Instant now) {

  String sentence() {
    if (after().open()) {
      return whileOpen() + nothingChanged();
    }
    if (!report.before().open()) {
      return "%s had already ended: %s%s"
          .formatted(which(), RepairSummary.outcome(after()), nothingChanged());
    }
    boolean timedOut = after().outcome().equals(Optional.of(SyncOutcome.TIMED_OUT));
    if (!timedOut || !PointMark.overdue(report.before(), now)) {
      return "%s %s before that: %s"
          .formatted(which(), dryRun ? "would end" : "ended", RepairSummary.outcome(after()));
    }
    return dryRun
        ? "%s is %s, so %s would only end it as timed out; extend it first"
            .formatted(
                which(), Times.until(report.before().deadline().orElseThrow(), now), action())
        : "%s was overdue and has ended as timed out; there is nothing left to %s"
            .formatted(which(), action());
  }

  private String nothingChanged() {
    return dryRun ? "; nothing would be changed" : "; nothing was changed";
  }

  private String whileOpen() {
    if (how instanceof SyncRepair.Excuse excuse && after().arrived().contains(excuse.agent())) {
      return "%s has already arrived in %s".formatted(excuse.agent(), which());
    }
    if (how instanceof SyncRepair.Excuse excuse && after().excused().contains(excuse.agent())) {
      return "%s is already excused from %s".formatted(excuse.agent(), which());
    }
    if (how instanceof SyncRepair.Extend && after().state() == SyncState.READY) {
      return "no deadline runs at %s before somebody arrives".formatted(which());
    }
    return how instanceof SyncRepair.Extend
        ? "the deadline of %s was changed by somebody else just now".formatted(which())
        : "%s has not begun, there is nothing to %s".formatted(which(), action());
  }

  private String action() {
    return RepairSummary.word(how);
  }

  private String which() {
    return RepairSummary.which(after());
  }

  private SyncStatus after() {
    return report.after();
  }
}
