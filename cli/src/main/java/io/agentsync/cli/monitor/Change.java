package io.agentsync.cli.monitor;

import io.agentsync.cli.render.Fields;
import io.agentsync.cli.render.PlainLine;
import io.agentsync.cli.render.PointFields;
import io.agentsync.cli.render.PointMark;
import io.agentsync.cli.render.Report;
import io.agentsync.cli.render.Style;
import io.agentsync.cli.render.Tone;
import io.agentsync.model.Problem;
import io.agentsync.model.SyncStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Something that was different at one look from what it was at the look before.
 *
 * @param at when it was seen
 * @param kind what it is
 * @param point the sync point as it is now, or as it was last seen; empty if it is about none
 * @param agents whom it is about; may be empty
 * @param problem what cannot be read, or could not be read
 * @param words what happened, in a few words that do not repeat the id
 */
public record Change(
    Instant at,
    Kind kind,
    Optional<SyncStatus> point,
    Set<String> agents,
    Optional<Problem> problem,
    String words)
    implements Report {

  /** The kinds of changes, under the names that programs see. */
  public enum Kind {
    /** It was there when it was first looked at. */
    FOUND(Tone.MUTED),
    OPENED(Tone.PLAIN),
    ARRIVED(Tone.PLAIN),
    WITHDREW(Tone.WAITING),
    EXCUSED(Tone.WAITING),
    OVERDUE(Tone.BAD),
    ENDED(Tone.PLAIN),
    REMOVED(Tone.MUTED),
    UNREADABLE(Tone.BAD),
    READABLE(Tone.GOOD);

    private final Tone tone;

    Kind(Tone tone) {
      this.tone = tone;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Change of(Instant at, Kind kind, SyncStatus point, Set<String> agents, String words) {
    return new Change(at, kind, Optional.of(point), agents, Optional.empty(), words);
  }

  static Change of(Instant at, Kind kind, Problem problem) {
    String words =
        kind == Kind.READABLE
            ? "can be read again: " + problem.path()
            : problem.path() + ": " + problem.reason();
    return new Change(at, kind, Optional.empty(), Set.of(), Optional.of(problem), words);
  }

  Tone tone() {
    return kind == Kind.ENDED
        ? point.map(end -> PointMark.of(end, at).tone()).orElse(kind.tone)
        : kind.tone;
  }

  /** The sync point it is about, as it is shown; a dash if it is about none. */
  String label() {
    return id().map(PointId::label).orElse("-");
  }

  Optional<PointId> id() {
    return point.map(PointId::of);
  }

  @Override
  public List<String> table(Style style) {
    String number = point.map(it -> " #" + it.generation()).orElse("");
    return List.of(
        style.paint(Tone.MUTED, Fields.iso(at))
            + "  "
            + style.paint(Tone.STRONG, label())
            + style.paint(Tone.MUTED, number)
            + "  "
            + style.paint(tone(), words));
  }

  @Override
  public List<String> plain() {
    return List.of(
        PlainLine.of(
            Fields.iso(at),
            kind,
            point.map(SyncStatus::syncId),
            point.map(SyncStatus::generation),
            agents,
            words,
            point.flatMap(SyncStatus::run)));
  }

  @Override
  public Fields json() {
    return Fields.versioned()
        .put("at", Fields.iso(at))
        .put("event", kind.toString())
        .put("id", point.map(SyncStatus::syncId))
        .put("run", point.flatMap(SyncStatus::run))
        .put("generation", point.map(SyncStatus::generation))
        .names("agents", agents)
        .put("message", words)
        .object("syncPoint", point.map(PointFields::json))
        .object("problem", problem.map(PointFields::json));
  }
}
