package io.agentsync.syncpoint;

import io.agentsync.model.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a call finds among the generations that have ended (SP-3, SP-4).
 *
 * @param answer the completed one that answers it, if there is one
 * @param missed the failed ones before that, which its result mentions
 */
record Lookback(Optional<Generation> answer, List<Generation> missed) {

  static Lookback of(Call call, SyncPoint point) {
    return call.round().map(round -> named(call, round, point)).orElseGet(() -> next(call, point));
  }

  private static Lookback next(Call call, SyncPoint point) {
    List<Generation> missed = new ArrayList<>();
    boolean gap = call.inRun() && forgotten(call, point);
    for (Generation past : point.knownAfter(call.told())) {
      if (past.open() || !call.concerns(past)) {
        continue;
      }
      if (!past.completed()) {
        missed.add(past);
      } else if (!gap) {
        return new Lookback(Optional.of(past), missed);
      }
    }
    return new Lookback(Optional.empty(), missed);
  }

  /** Whether the history does not reach back to what this call would be answered with. */
  private static boolean forgotten(Call call, SyncPoint point) {
    List<Generation> known = point.knownAfter(call.told());
    return !known.isEmpty() && known.get(0).number() > call.told() + 1;
  }

  private static Lookback named(Call call, int round, SyncPoint point) {
    if (round > point.completed() + 1) {
      throw new InvalidRequestException(
          "Round %d of \"%s\" in %s cannot be met yet: so far %d have been completed in this run. Name round %d, or none to take part in the next one."
              .formatted(
                  round, call.syncId(), call.store(), point.completed(), point.completed() + 1));
    }
    List<Generation> missed = new ArrayList<>();
    List<Generation> known = point.knownAfter(0).stream().filter(past -> !past.open()).toList();
    long at = point.completed() - known.stream().filter(Generation::completed).count();
    for (Generation past : known) {
      if (past.completed() && ++at == round) {
        return new Lookback(Optional.of(past), missed);
      } else if (past.completed()) {
        missed.clear();
      } else if (past.number() > call.told() && call.concerns(past)) {
        missed.add(past);
      }
    }
    if (round <= point.completed()) {
      throw new InvalidRequestException(
          "Round %d of \"%s\" in %s was completed so long ago that nothing is known of it any more: history is kept for 30 days and 64 MiB. Name round %d, or none to take part in the next one."
              .formatted(round, call.syncId(), call.store(), point.completed() + 1));
    }
    return new Lookback(Optional.empty(), missed);
  }
}
