package io.agentsync.cli.monitor;

import io.agentsync.model.Problem;
import io.agentsync.model.StoreSurvey;
import io.agentsync.model.SyncDiagnosis;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncState;
import io.agentsync.model.SyncStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Sync points and looks at them, as tests need them, around one fixed moment. */
public final class Sights {

  /** The moment of all looks, unless something else is said. */
  public static final Instant NOW = Instant.parse("2025-03-01T12:04:31Z");

  private Sights() {}

  public static SyncStatus ready(String id, String... required) {
    return point(id, 1, Set.of(required), Set.of(), 0, 30, Optional.empty(), 0);
  }

  /** Somebody came {@code age} seconds ago; it may take {@code timeout} seconds. */
  public static SyncStatus open(
      String id, long generation, String required, String arrived, long age, long timeout) {
    return point(
        id, generation, names(required), names(arrived), age, timeout, Optional.empty(), 0);
  }

  /** It took two seconds, and ended {@code ago} seconds ago. */
  public static SyncStatus ended(
      String id, long generation, String required, String arrived, SyncOutcome outcome, long ago) {
    return point(
        id, generation, names(required), names(arrived), ago + 2, 30, Optional.of(outcome), ago);
  }

  public static Look.Seen seen(SyncStatus... points) {
    return seenAt(NOW, points);
  }

  public static Look.Seen seenAt(Instant at, SyncStatus... points) {
    return new Look.Seen(
        at,
        new StoreSurvey(Optional.empty(), List.of(points), List.of(), List.of()),
        Optional.empty());
  }

  public static Look.Seen troubled(Problem problem, SyncStatus... points) {
    return new Look.Seen(
        NOW,
        new StoreSurvey(Optional.empty(), List.of(points), List.of(), List.of(problem)),
        Optional.empty());
  }

  static Look.Seen diagnosed(SyncDiagnosis diagnosis, SyncStatus... points) {
    return new Look.Seen(
        NOW,
        new StoreSurvey(Optional.empty(), List.of(points), List.of(), List.of()),
        Optional.of(diagnosis));
  }

  static Look.Failed failed(String reason) {
    return new Look.Failed(NOW, new Problem("/srv/agents", reason));
  }

  static PointId id(String syncId) {
    return new PointId(syncId, Optional.empty());
  }

  private static Set<String> names(String commas) {
    return commas.isEmpty() ? Set.of() : Set.of(commas.split(","));
  }

  private static SyncStatus point(
      String id,
      long generation,
      Set<String> required,
      Set<String> arrived,
      long age,
      long timeout,
      Optional<SyncOutcome> outcome,
      long ago) {
    TreeSet<String> missing = new TreeSet<>(required);
    missing.removeAll(arrived);
    Instant start = NOW.minusSeconds(age);
    SyncState state =
        outcome
            .map(end -> end.success() ? SyncState.COMPLETED : SyncState.ERROR)
            .orElse(arrived.isEmpty() ? SyncState.READY : SyncState.SYNCING);
    boolean started = state != SyncState.READY;
    return new SyncStatus(
        id,
        Optional.empty(),
        state,
        generation,
        new TreeSet<>(required),
        new TreeSet<>(arrived),
        missing,
        Set.of(),
        started ? Optional.of(start) : Optional.empty(),
        outcome.map(end -> NOW.minusSeconds(ago)),
        started && outcome.isEmpty() ? Optional.of(start.plusSeconds(timeout)) : Optional.empty(),
        outcome,
        Duration.ofSeconds(timeout),
        Duration.ofSeconds(outcome.isPresent() ? 2 : age),
        Optional.empty(),
        Optional.empty());
  }
}
