package io.agentsync.follow;

import io.agentsync.codec.DamagedRecordException;
import io.agentsync.codec.UnknownFormatException;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.StoreException;
import java.util.Optional;

/**
 * How the journal that stands under a name has to begin: as the tombstone says (J-7).
 *
 * @param <R> the records of such journals
 * @param <F> what they are folded into
 */
final class Heads<R, F> {

  private final JournalKind<R, F> kind;
  private final JournalStore store;

  Heads(JournalKind<R, F> kind, JournalStore store) {
    this.kind = kind;
    this.store = store;
  }

  /** To be asked after the journal has been opened, so that the answer is not the older one. */
  R expected(JournalName name) {
    Optional<byte[]> left = store.tombstone(name);
    if (left.isEmpty()) {
      return kind.firstHead();
    }
    String place = store.location() + ": the tombstone of " + name;
    try {
      R record = kind.decode(left.get());
      if (kind.isHead(record)) {
        return record;
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
  boolean stale(F fold, R expected) {
    return !kind.blank(fold) && !kind.closed(fold) && kind.epoch(fold) < kind.epochOf(expected);
  }
}
