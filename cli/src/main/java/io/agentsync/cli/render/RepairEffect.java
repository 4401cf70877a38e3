package io.agentsync.cli.render;

import io.agentsync.model.RepairReport;
import io.agentsync.model.SyncRepair;
import io.agentsync.model.SyncStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.TreeSet;

/** Says in one sentence what a repair did, or would do: who goes on without whom, until when. */
record RepairEffect(SyncRepair how, boolean dryRun, RepairReport report, Instant now) {

  String sentence() {
    if (how instanceof SyncRepair.Extend extension) {
      String gave =
          "%s %s %s more"
              .formatted(did("gave", "would give"), which(), Times.length(extension.by()));
      return gave + (after().open() ? ": " + deadlines() : endedSince());
    }
    if (how instanceof SyncRepair.Excuse excuse) {
      return excused(did("excused", "would excuse") + " " + excuse.agent());
    }
    return "%s %s as %s: %s"
        .formatted(did("ended", "would end"), which(), outcome(), whatFollows());
  }

  private String deadlines() {
    return "its deadline %s %s; it %s %s"
        .formatted(
            did("is", "would be"), deadline(after()), did("was", "is"), deadline(report.before()));
  }

  private String excused(String excused) {
    if (!report.ended()) {
      return "%s from %s%s"
          .formatted(excused, which(), after().open() ? ": " + whoWaitsOn() : endedSince());
    }
    return success()
        ? "%s, which %s %s: %s"
            .formatted(excused, did("completes", "would complete"), which(), whatFollows())
        : "%s, which %s %s as %s, since %s with OK can no longer be reached: %s"
            .formatted(
                excused,
                did("ends", "would end"),
                which(),
                outcome(),
                report.quorum().map(String::valueOf).orElse("all"),
                toldOfFailure());
  }

  /** Others may be faster than it can be told. */
  private String endedSince() {
    return ", which has ended since: " + RepairSummary.outcome(after());
  }

  /** What those who wait are told. */
  private String whatFollows() {
    TreeSet<String> absent = new TreeSet<>(after().missing());
    absent.addAll(after().excused());
    if (after().arrived().isEmpty()) {
      return "nobody waits there, %s %s not come".formatted(Words.list(absent), had(absent));
    }
    String without = Words.list(absent);
    if (success()) {
      boolean one = after().arrived().size() == 1;
      return "%s %s%s"
          .formatted(
              Words.list(after().arrived()),
              did(one ? "goes on" : "go on", "would go on"),
              absent.isEmpty() ? "" : " without " + without);
    }
    return toldOfFailure()
        + (absent.isEmpty() ? "" : ", %s %s not come".formatted(without, had(absent)));
  }

  private String toldOfFailure() {
    boolean one = after().arrived().size() == 1;
    return "%s %s told that it failed"
        .formatted(Words.list(after().arrived()), did(one ? "is" : "are", "would be"));
  }

  private String had(Collection<String> absent) {
    return did("had", absent.size() == 1 ? "has" : "have");
  }

  private String whoWaitsOn() {
    String quorum =
        report.quorum().map(least -> "; it needs %d with OK".formatted(least)).orElse("");
    String awaited = Words.list(after().missing());
    if (!after().arrived().isEmpty()) {
      String waiting = Words.list(after().arrived());
      boolean one = after().arrived().size() == 1;
      return "%s %s for %s%s"
          .formatted(waiting, did(one ? "waits on" : "wait on", "would wait on"), awaited, quorum);
    }
    return after().missing().isEmpty()
        ? "nobody has come, and nobody is awaited any more; force ends it"
        : "nobody has come yet, it waits for %s%s".formatted(awaited, quorum);
  }

  private String deadline(SyncStatus point) {
    Instant deadline = point.deadline().orElseThrow();
    return "%s, %s".formatted(deadline.truncatedTo(ChronoUnit.SECONDS), Times.until(deadline, now));
  }

  private String did(String really, String onlySaid) {
    return dryRun ? onlySaid : really;
  }

  private boolean success() {
    return after().outcome().orElseThrow().success();
  }

  private String outcome() {
    return after().outcome().orElseThrow().name();
  }

  private String which() {
    return RepairSummary.which(after());
  }

  private SyncStatus after() {
    return report.after();
  }
}
