package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import io.agentsync.model.SyncState;
import io.agentsync.model.SyncStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * Puts what the fold says into the status that people and scripts are shown. The fold does not know
 * of runs: who does adds its run.
 */
public final class Reports {

  private Reports() {}

  /**
   * The newest generation of a sync point.
   *
   * @return empty if the point is unknown: never opened, or cleaned up
   */
  public static Optional<SyncStatus> status(String syncId, SyncPoint point, Moment now) {
    Optional<SyncStatus> ready = point.newestSpec().map(spec -> ready(syncId, point, spec));
    return point.newest().map(newest -> status(syncId, newest, now)).or(() -> ready);
  }

  /** One generation. */
  public static SyncStatus status(String syncId, Generation generation, Moment now) {
    Optional<Moment> start = generation.first().map(Claim::at);
    Optional<End> end = generation.end();
    Moment until = end.map(End::at).orElse(now);
    return new SyncStatus(
        syncId,
        Optional.empty(),
        generation.state(),
        generation.number(),
        generation.spec().required(),
        generation.arrived(),
        generation.missing(),
        generation.excused(),
        start.map(Moment::wall),
        end.map(End::at).map(Moment::wall),
        deadline(generation),
        end.map(End::outcome),
        generation.spec().timeout(),
        start.map(from -> from.shownUntil(until)).orElse(Duration.ZERO),
        end.flatMap(End::reason),
        end.flatMap(End::actor));
  }

  private static SyncStatus ready(String syncId, SyncPoint point, Spec spec) {
    return new SyncStatus(
        syncId,
        Optional.empty(),
        SyncState.READY,
        point.nextNumber(),
        spec.required(),
        Set.of(),
        spec.required(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        spec.timeout(),
        Duration.ZERO,
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<Instant> deadline(Generation generation) {
    return generation.deadlines().stream()
        .map(deadline -> deadline.from().wall().plus(deadline.after()))
        .min(Comparator.naturalOrder());
  }
}
