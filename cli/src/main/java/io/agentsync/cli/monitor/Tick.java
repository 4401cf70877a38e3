package io.agentsync.cli.monitor;

import io.agentsync.cli.render.Counts;
import io.agentsync.cli.render.Fields;
import io.agentsync.cli.render.PlainLine;
import io.agentsync.cli.render.Report;
import io.agentsync.cli.render.Style;
import io.agentsync.cli.render.Tone;
import io.agentsync.model.SyncState;
import io.agentsync.model.SyncStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The sign of life at the end of every look: who reads along knows that all changes so far have
 * been told.
 *
 * @param store where it looks
 * @param at when the look was
 * @param points all sync points; empty if the store could not be read
 */
public record Tick(String store, Instant at, Optional<List<SyncStatus>> points) implements Report {

  /** The sign after a look. */
  public static Tick of(Picture picture, Instant at) {
    return new Tick(
        picture.store(),
        at,
        picture.failed().isPresent() ? Optional.empty() : Optional.of(picture.points()));
  }

  @Override
  public List<String> table(Style style) {
    return List.of(
        style.paint(Tone.MUTED, Fields.iso(at))
            + "  "
            + style.paint(Tone.MUTED, words() + (points.isPresent() ? " in " : ": ") + store));
  }

  @Override
  public List<String> plain() {
    return List.of(
        PlainLine.of(
            Fields.iso(at),
            "tick",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            words(),
            Optional.empty()));
  }

  @Override
  public Fields json() {
    return Fields.versioned()
        .put("at", Fields.iso(at))
        .put("event", "tick")
        .put("id", Optional.empty())
        .put("run", Optional.empty())
        .put("generation", Optional.empty())
        .names("agents", List.of())
        .put("message", words())
        .object("byState", points.map(Counts::of).map(Tick::byState));
  }

  private static Fields byState(Counts counts) {
    Fields fields = new Fields();
    for (SyncState state : SyncState.values()) {
      fields.put(state.name(), counts.of(state));
    }
    return fields;
  }

  private String words() {
    return points.map(Counts::of).map(Counts::sentence).orElse("the store cannot be read");
  }
}
