package io.agentsync.cli.render;

import io.agentsync.model.SyncState;
import io.agentsync.model.SyncStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many sync points are in which state.
 *
 * @param byState every state, those with none as well
 */
public record Counts(Map<SyncState, Long> byState) {

  private static final List<SyncState> WORST_FIRST =
      List.of(SyncState.ERROR, SyncState.SYNCING, SyncState.READY, SyncState.COMPLETED);

  /** Counts sync points. */
  public static Counts of(List<SyncStatus> points) {
    Map<SyncState, Long> counts = new EnumMap<>(SyncState.class);
    for (SyncState state : SyncState.values()) {
      counts.put(state, points.stream().filter(point -> point.state() == state).count());
    }
    return new Counts(counts);
  }

  /** How many there are. */
  public long total() {
    return byState.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many are in a state. */
  public long of(SyncState state) {
    return byState.getOrDefault(state, 0L);
  }

  /** Such as {@code 3 sync points: 1 ERROR, 2 SYNCING}. */
  public String sentence() {
    if (total() == 0) {
      return "no sync points";
    }
    return Words.count(total(), "sync point")
        + WORST_FIRST.stream()
            .filter(state -> of(state) > 0)
            .map(state -> of(state) + " " + state)
            .collect(Collectors.joining(", ", ": ", ""));
  }
}
