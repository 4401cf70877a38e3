package io.agentsync.cli.render;

import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one agent was told by a sync point.
 *
 * @param store where it is
 * @param run the run that it is in; empty if it is in none
 * @param agent who took part; empty if somebody only looked on
 * @param result what it was told
 */
public record SyncReport(
    String store, Optional<String> run, Optional<String> agent, SyncResult result)
    implements Report {

  @Override
  public List<String> table(Style style) {
    Tone tone = result.success() ? Tone.GOOD : Tone.BAD;
    String symbol =
        result.success() ? (style.unicode() ? "✓ " : "+ ") : (style.unicode() ? "✗ " : "x ");
    List<String> lines = new ArrayList<>();
    lines.add(style.plain("Store: " + store));
    lines.add(
        style.paint(Tone.STRONG, result.syncId())
            + style.plain(run.map(name -> "  run " + name).orElse(""))
            + "  generation "
            + result.generation()
            + "  "
            + style.paint(tone, symbol + result.outcome())
            + style.plain(after()));
    lines.add(style.plain("Arrived: " + Words.list(result.arrived())));
    lines.add(style.plain("Missing: " + Words.list(result.missing())));
    if (!result.excused().isEmpty()) {
      lines.add(style.plain("Excused: " + Words.list(result.excused())));
    }
    if (result.success()) {
      // What went wrong is said on the other stream.
      result.actor().ifPresent(actor -> lines.add(style.plain("By: " + actor)));
      result.reason().ifPresent(reason -> lines.add(style.plain("Reason: " + reason)));
    }
    result
        .payloads()
        .forEach(
            (who, brought) -> lines.add(style.plain(who + " brought: " + JsonText.write(brought))));
    return lines;
  }

  @Override
  public List<String> plain() {
    return List.of(
        PlainLine.of(
            result.syncId(),
            agent,
            result.success(),
            result.outcome(),
            result.generation(),
            result.late(),
            result.arrived(),
            result.missing(),
            result.reason(),
            Fields.decimal(result.waited()),
            run));
  }

  @Override
  public Fields json() {
    return Fields.ofStore(store)
        .put("syncId", result.syncId())
        .put("agent", agent)
        .put("success", result.success())
        .put("outcome", result.outcome().name())
        .put("generation", result.generation())
        .put("late", result.late())
        .names("arrived", result.arrived())
        .names("missing", result.missing())
        .names("excused", result.excused())
        .put("payloads", result.payloads())
        .put("reason", result.reason())
        .seconds("waitedSeconds", result.waited())
        .put("run", run)
        .put("actor", result.actor());
  }

  /** What went wrong and who was missing, in one sentence. */
  public String failure() {
    if (result.outcome() == SyncOutcome.WITHDRAWN) {
      return "interrupted: %s has withdrawn from %s, the others are not affected"
          .formatted(agent.orElse("nobody"), result.syncId());
    }
    if (result.outcome() == SyncOutcome.TIMED_OUT) {
      return "%s timed out%s: %s did not come"
          .formatted(
              result.syncId(),
              tookPart() ? " after " + Times.length(result.waited()) : "",
              Words.list(result.missing()));
    }
    return "%s ended with %s%s%s%s"
        .formatted(
            result.syncId(),
            result.outcome(),
            result.actor().map(actor -> " by " + actor).orElse(""),
            result.reason().map(reason -> ": " + reason).orElse(""),
            result.missing().isEmpty() ? "" : "; missing: " + Words.list(result.missing()));
  }

  private String after() {
    if (result.late()) {
      return "  had already ended";
    }
    return tookPart() ? "  after " + Times.length(result.waited()) : "";
  }

  /** Whoever only looked on, or came late, does not know how long it took. */
  private boolean tookPart() {
    return agent.isPresent() && !result.late();
  }
}
