package io.agentsync.follow;

import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Past;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import java.util.List;

/**
 * What the history of a sync point says of its generations, read once for each journal that is
 * opened, if somebody asks (SP-3).
 */
final class Recollection {

  private final JournalReader<SyncRecord, SyncPoint> reader;
  private final JournalName name;
  private List<Generation> past = List.of();
  private int opening = -1;

  Recollection(JournalStore store, JournalName name) {
    this.reader = new JournalReader<>(SyncPointJournals.KIND, store);
    this.name = name;
  }

  /**
   * Tells the fold of a journal what came before it.
   *
   * @param ofOpening which journal it is the fold of, by {@link StandingJournal#openings}
   * @throws io.agentsync.model.StoreException if something in the history cannot be read
   */
  void remind(SyncPoint point, int ofOpening) {
    if (opening != ofOpening) {
      Past read = new Past();
      reader.history(name, read::add);
      past = read.generations();
      opening = ofOpening;
    }
    point.recall(past);
  }

  /** Forgets it all, until somebody asks again. */
  void rest() {
    past = List.of();
    opening = -1;
  }
}
