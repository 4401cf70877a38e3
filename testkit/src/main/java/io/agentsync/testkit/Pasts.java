package io.agentsync.testkit;

import io.agentsync.codec.DamagedRecordException;
import io.agentsync.codec.RecordCodec;
import io.agentsync.codec.UnknownFormatException;
import io.agentsync.journal.Entry;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All generations that a sync point ever had, read from its history and what stands. */
final class Pasts {

  private Pasts() {}

  /** The generations, in the order of the journals that count. */
  static List<Generation> generations(JournalStore store, JournalName point) {
    List<Generation> all = new ArrayList<>();
    store.history(
        point,
        journal -> {
          SyncPoint past = fold(journal);
          // One that was never closed was begun by somebody who came too late, and counts nothing.
          if (past.removed().isPresent()) {
            all.addAll(past.generations());
          }
        });
    store
        .open(point)
        .ifPresent(
            standing -> {
              try (standing) {
                all.addAll(fold(standing).generations());
              }
            });
    return all;
  }

  private static SyncPoint fold(Journal journal) {
    SyncPoint point = new SyncPoint();
    List<Entry> some = journal.read();
    while (!some.isEmpty()) {
      some.forEach(entry -> decoded(journal, entry).ifPresent(point::accept));
      some = journal.read();
    }
    return point;
  }

  private static Optional<SyncRecord> decoded(Journal journal, Entry entry) {
    try {
      return Optional.of(RecordCodec.decode(entry.bytes()));
    } catch (DamagedRecordException torn) {
      // Void for everybody, as when its writer was killed in the middle of it.
      return Optional.empty();
    } catch (UnknownFormatException e) {
      throw new AssertionError("a journal of another format at " + journal.place(), e);
    }
  }
}
