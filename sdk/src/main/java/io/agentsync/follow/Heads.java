package io.agentsync.follow;

import io.agentsync.codec.DamagedRecordException;
import io.agentsync.codec.RecordCodec;
import io.agentsync.codec.UnknownFormatException;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.StoreException;
import io.agentsync.syncpoint.Head;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import java.util.Optional;

/** How the journal that stands under a name has to begin: as the tombstone says (J-7). */
final class Heads {

  private Heads() {}

  /** To be asked after the journal has been opened, so that the answer is not the older one. */
  static Head expected(JournalStore store, JournalName name) {
    Optional<byte[]> left = store.tombstone(name);
    if (left.isEmpty()) {
      return Head.FIRST;
    }
    String place = store.location() + ": the tombstone of " + name;
    try {
      SyncRecord record = RecordCodec.decode(left.get());
      if (record instanceof Head head) {
        return head;
      }
      throw new StoreException(place, "is not the head of a journal", null);
    } catch (DamagedRecordException | UnknownFormatException e) {
      throw new StoreException(place, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Whether somebody who looked before a removal and wrote after it has made this journal: it
   * begins where the removed one did, and nothing in it counts. A journal that is closed did count.
   */
  static boolean stale(SyncPoint point, Head expected) {
    long epoch = point.head().orElse(Head.FIRST).epoch();
    return !point.blank() && point.removed().isEmpty() && epoch < expected.epoch();
  }
}
