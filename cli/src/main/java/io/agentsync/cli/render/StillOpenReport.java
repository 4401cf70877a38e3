package io.agentsync.cli.render;

import io.agentsync.model.SyncStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is told to somebody who waited for an outcome, and had no more patience; in the fields of
 * {@link SyncReport}.
 *
 * @param store where it is
 * @param now the present
 * @param point how it stands
 * @param waited how long somebody waited
 */
public record StillOpenReport(String store, Instant now, SyncStatus point, Duration waited)
    implements Report {

  @Override
  public List<String> table(Style style) {
    return List.of(
        style.plain("Store: " + store),
        style.paint(Tone.STRONG, point.syncId())
            + "  generation "
            + point.generation()
            + "  "
            + PointMark.of(point, now).painted(point, style)
            + style.plain("  after " + Times.length(waited)),
        style.plain("Arrived: " + Words.list(point.arrived())),
        style.plain("Missing: " + Words.list(point.missing())));
  }

  @Override
  public List<String> plain() {
    return List.of(
        PlainLine.of(
            point.syncId(),
            Optional.empty(),
            false,
            Optional.empty(),
            point.generation(),
            false,
            point.arrived(),
            point.missing(),
            failure(),
            Fields.decimal(waited),
            point.run()));
  }

  @Override
  public Fields json() {
    return Fields.ofStore(store)
        .put("syncId", point.syncId())
        .put("agent", Optional.empty())
        .put("success", false)
        .put("outcome", Optional.empty())
        .put("generation", point.generation())
        .put("late", false)
        .names("arrived", point.arrived())
        .names("missing", point.missing())
        .names("excused", point.excused())
        .put("payloads", Map.of())
        .put("reason", failure())
        .seconds("waitedSeconds", waited)
        .put("run", point.run())
        .put("actor", Optional.empty());
  }

  /** What is missing, in one sentence. */
  public String failure() {
    return "%s had not ended after %s; missing: %s"
        .formatted(point.syncId(), Times.length(waited), Words.list(point.missing()));
  }
}
