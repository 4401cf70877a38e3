package io.agentsync.cli.render;

import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an operator's force or abort did, or would do.
 *
 * @param store where the sync point is
 * @param action what was asked for
 * @param done whether this call ended it
 * @param dryRun whether nothing was to be changed
 * @param point the generation it is about, as it stands now
 */
public record RepairReport(
    String store, Action action, boolean done, boolean dryRun, SyncStatus point) implements Report {

  /** What an operator can do. */
  public enum Action {
    FORCE(SyncOutcome.FORCED),
    ABORT(SyncOutcome.ABORTED);

    private final SyncOutcome outcome;

    Action(SyncOutcome outcome) {
      this.outcome = outcome;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it did, or would do, what was asked for. */
  public boolean effective() {
    return done || (dryRun && point.open());
  }

  @Override
  public List<String> table(Style style) {
    return List.of(style.plain("Store: " + store), style.plain(sentence()));
  }

  @Override
  public List<String> plain() {
    return List.of(
        PlainLine.of(
            point.syncId(),
            action.word(),
            done,
            point.generation(),
            point.outcome(),
            point.reason(),
            dryRun,
            point.missing()));
  }

  @Override
  public Fields json() {
    return Fields.ofStore(store)
        .put("syncId", point.syncId())
        .put("action", action.word())
        .put("done", done)
        .put("generation", point.generation())
        .put("outcome", point.outcome().map(Enum::name))
        .put("reason", point.reason())
        .put("dryRun", dryRun)
        .names("goOnWithout", point.missing())
        .put("run", point.run());
  }

  /** What happened, in one sentence. */
  public String sentence() {
    String which =
        "generation %d of %s%s"
            .formatted(
                point.generation(),
                point.syncId(),
                point.run().map(run -> " in run " + run).orElse(""));
    if (!effective()) {
      return "%s had already ended: %s%s; nothing was changed"
          .formatted(which, point.outcome().map(Words::outcome).orElse("removed"), why());
    }
    return "%s %s as %s: %s"
        .formatted(dryRun ? "would end" : "ended", which, action.outcome, consequence());
  }

  private String consequence() {
    String missing = Words.list(point.missing());
    if (point.arrived().isEmpty()) {
      return "nobody waits there, %s had not come".formatted(missing);
    }
    String waiting = Words.list(point.arrived());
    return action == Action.FORCE
        ? "%s %s without %s".formatted(waiting, verb("go on", "goes on"), missing)
        : "%s %s told that it failed, %s had not come"
            .formatted(waiting, verb("are", "is"), missing);
  }

  private String verb(String many, String one) {
    return point.arrived().size() == 1 ? one : many;
  }

  private String why() {
    Optional<String> actor = point.actor().map(name -> " by " + name);
    return actor.orElse("") + point.reason().map(reason -> " (" + reason + ")").orElse("");
  }
}
