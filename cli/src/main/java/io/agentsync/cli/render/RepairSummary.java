package io.agentsync.cli.render;

import io.agentsync.model.RepairReport;
import io.agentsync.model.SyncRepair;
import io.agentsync.model.SyncStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a repair by hand did, or would do.
 *
 * @param store where the sync point is
 * @param how what was asked for
 * @param dryRun whether nothing was to be changed
 * @param report what became of the generation, or would
 * @param now the present, which deadlines are relative to
 */
public record RepairSummary(
    String store, SyncRepair how, boolean dryRun, RepairReport report, Instant now)
    implements Report {

  @Override
  public List<String> table(Style style) {
    return List.of(style.plain("Store: " + store), style.plain(sentence()));
  }

  @Override
  public List<String> plain() {
    SyncStatus point = present();
    return List.of(
        PlainLine.of(
            point.syncId(),
            action(),
            done(),
            point.generation(),
            point.outcome(),
            reason(),
            dryRun,
            goOnWithout(),
            report.effective(),
            report.after().outcome(),
            report.after().deadline().map(Fields::iso),
            report.actor(),
            point.run()));
  }

  @Override
  public Fields json() {
    SyncStatus point = present();
    return Fields.ofStore(store)
        .put("syncId", point.syncId())
        .put("action", action())
        .put("done", done())
        .put("generation", point.generation())
        .put("outcome", point.outcome().map(Enum::name))
        .put("reason", reason())
        .put("dryRun", dryRun)
        .names("goOnWithout", goOnWithout())
        .put("run", point.run())
        .put("effective", report.effective())
        .put("ended", report.ended())
        .put("actor", report.actor())
        .put("agent", excused())
        .object("before", PointFields.json(report.before()))
        .object("after", PointFields.json(report.after()));
  }

  /** What happened or would happen, in one sentence. */
  public String sentence() {
    return report.effective()
        ? new RepairEffect(how, dryRun, report, now).sentence()
        : new RepairRefusal(how, dryRun, report, now).sentence();
  }

  private boolean done() {
    return report.effective() && !dryRun;
  }

  /** The generation as it is now. */
  private SyncStatus present() {
    return dryRun ? report.before() : report.after();
  }

  private Optional<String> reason() {
    return report.effective() ? how.reason() : present().reason();
  }

  private Set<String> goOnWithout() {
    SyncStatus after = report.after();
    Set<String> without = new TreeSet<>(after.excused());
    if (how instanceof SyncRepair.Extend) {
      without.clear();
    } else if (!after.open() || !(how instanceof SyncRepair.Excuse)) {
      without.addAll(after.missing());
    }
    return without;
  }

  private String action() {
    return word(how);
  }

  private Optional<String> excused() {
    return how instanceof SyncRepair.Excuse excuse ? Optional.of(excuse.agent()) : Optional.empty();
  }

  /** The mode that asks for it. */
  static String word(SyncRepair how) {
    return how.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** How it ended, by whom and why. */
  static String outcome(SyncStatus ended) {
    return ended.outcome().map(Words::outcome).orElseThrow()
        + ended.actor().map(name -> " by " + name).orElse("")
        + ended.reason().map(reason -> " (" + reason + ")").orElse("");
  }

  /** The generation that is meant. */
  static String which(SyncStatus point) {
    return "generation %d of %s%s"
        .formatted(
            point.generation(),
            point.syncId(),
            point.run().map(run -> " in run " + run).orElse(""));
  }
}
