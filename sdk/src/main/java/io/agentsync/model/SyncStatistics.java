package io.agentsync.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The sync points of a store in numbers, those in its history included. Every meeting counts, not
 * only the newest at each point.
 *
 * @param byState how many meetings are open in {@code READY} or {@code SYNCING}, or ended in {@code
 *     COMPLETED} or {@code ERROR}; every state is there
 * @param byOutcome how many ended with which outcome; only outcomes that occurred
 * @param waits how long those took that ended and where somebody waited; empty if there are none
 * @param stragglers who came last, the one who cost the others most first
 * @param store in what shape the store is
 * @param problems what could not be read; not empty means that the numbers may be too low
 */
public record SyncStatistics(
    Map<SyncState, Long> byState,
    Map<SyncOutcome, Long> byOutcome,
    Optional<WaitTimes> waits,
    List<Straggler> stragglers,
    StoreHealth store,
    List<Problem> problems) {

  public SyncStatistics {
    Map<SyncState, Long> states = new EnumMap<>(SyncState.class);
    for (SyncState state : SyncState.values()) {
      states.put(state, byState.getOrDefault(state, 0L));
    }
    Map<SyncOutcome, Long> outcomes = new EnumMap<>(SyncOutcome.class);
    outcomes.putAll(byOutcome);
    byState = Collections.unmodifiableMap(states);
    byOutcome = Collections.unmodifiableMap(outcomes);
    stragglers = List.copyOf(stragglers);
    problems = List.copyOf(problems);
  }

  /** How many meetings there are, open and ended. */
  public long total() {
    return byState.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many meetings are in a state. */
  public long in(SyncState state) {
    return byState.getOrDefault(state, 0L);
  }

  /** The share of those that ended well among those that ended, 0 to 1; empty if none did. */
  public OptionalDouble successRate() {
    long ended = in(SyncState.COMPLETED) + in(SyncState.ERROR);
    return ended == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) in(SyncState.COMPLETED) / ended);
  }
}
