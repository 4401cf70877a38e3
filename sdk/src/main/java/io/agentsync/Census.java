package io.agentsync;

import io.agentsync.diagnosis.Statistics;
import io.agentsync.follow.PointReader;
import io.agentsync.follow.PointReader.Reading;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Life;
import io.agentsync.journal.Space;
import io.agentsync.model.Problem;
import io.agentsync.model.StoreException;
import io.agentsync.model.StoreHealth;
import io.agentsync.model.SyncStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Counts all that a store still knows of some runs, journal by journal: it writes nothing. */
final class Census {

  private final JournalStore store;
  private final List<Space> spaces;
  private final PointReader reader;
  private final Statistics statistics = new Statistics();
  private final List<Problem> problems = new ArrayList<>();
  private long journals;
  private long removed;
  private long historyBytes;
  private long tombstones;

  Census(JournalStore store, List<Space> spaces) {
    this.store = store;
    this.spaces = spaces;
    this.reader = new PointReader(store);
  }

  SyncStatistics take() {
    for (Space space : spaces) {
      Set<JournalName> standing = new TreeSet<>(store.list(space));
      Set<JournalName> names = new TreeSet<>(store.removed(space));
      names.addAll(standing);
      names.forEach(this::count);
      journals += standing.size();
      tombstones += store.tombstones(space).size();
    }
    long dead = store.sessions().stream().filter(trace -> trace.life() == Life.DEAD).count();
    StoreHealth health =
        new StoreHealth(store.durability(), journals, removed, historyBytes, tombstones, dead);
    return statistics.result(health, problems);
  }

  private void count(JournalName name) {
    try {
      reader.readAll(name, this::countPast).ifPresent(this::count);
    } catch (StoreException e) {
      problems.add(new Problem(e.place(), e.reason()));
    }
  }

  private void countPast(Reading past) {
    removed++;
    historyBytes += past.bytes();
    count(past);
  }

  private void count(Reading reading) {
    statistics.accept(reading.point());
    problems.addAll(reading.problems());
  }
}
