package io.agentsync.diagnosis;

import io.agentsync.model.Problem;
import io.agentsync.model.StoreHealth;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncState;
import io.agentsync.model.SyncStatistics;
import io.agentsync.model.WaitTimes;
import io.agentsync.syncpoint.End;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.SyncPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts how meetings ended, how long they took and who was waited for. It is fed the folds of
 * journals, in any order; what it is shown twice counts once.
 *
 * <p>Not safe for several threads.
 */
public final class Statistics {

  private final Map<SyncState, Long> byState = new EnumMap<>(SyncState.class);
  private final Map<SyncOutcome, Long> byOutcome = new EnumMap<>(SyncOutcome.class);
  private final List<Duration> waits = new ArrayList<>();
  private final Stragglers stragglers = new Stragglers();
  private final Set<String> seen = new HashSet<>();

  /** Takes in all generations of a journal, whether it stands or was removed. */
  public void accept(SyncPoint journal) {
    if (journal.newest().isEmpty() && journal.newestSpec().isPresent()) {
      byState.merge(SyncState.READY, 1L, Long::sum);
    }
    for (Generation generation : journal.generations()) {
      if (seen.add(generation.nonce())) {
        count(generation);
      }
    }
  }

  /** What has been counted so far. */
  public SyncStatistics result(StoreHealth store, List<Problem> problems) {
    return new SyncStatistics(
        byState, byOutcome, waitTimes(), stragglers.worstFirst(), store, problems);
  }

  private void count(Generation generation) {
    byState.merge(generation.state(), 1L, Long::sum);
    Optional<End> end = generation.end();
    if (end.isPresent()) {
      byOutcome.merge(end.get().outcome(), 1L, Long::sum);
      generation.first().map(first -> first.at().shownUntil(end.get().at())).ifPresent(waits::add);
      stragglers.count(generation);
    }
  }

  private Optional<WaitTimes> waitTimes() {
    List<Duration> sorted = waits.stream().sorted().toList();
    return sorted.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new WaitTimes(percentile(sorted, 50), percentile(sorted, 95), percentile(sorted, 100)));
  }

  /** The shortest of the times than which so many percent are not longer. */
  private static Duration percentile(List<Duration> sorted, int percent) {
    int rank = (sorted.size() * percent + 99) / 100;
    return sorted.get(rank - 1);
  }
}
