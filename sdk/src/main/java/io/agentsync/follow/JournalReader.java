package io.agentsync.follow;

import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.Problem;
import io.agentsync.model.StoreException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads journals of one kind without taking part: it writes nothing and repairs nothing.
 *
 * @param <R> their records
 * @param <F> what they are folded into
 */
final class JournalReader<R, F> {

  private final JournalKind<R, F> kind;
  private final JournalStore store;
  private final Heads<R, F> heads;

  JournalReader(JournalKind<R, F> kind, JournalStore store) {
    this.kind = kind;
    this.store = store;
    this.heads = new Heads<>(kind, store);
  }

  /**
   * What a journal means now.
   *
   * @param fold the fold
   * @param problems the records that could not be read
   * @param bytes how long its records are together; 0 if there is no journal
   */
  record Reading<F>(F fold, List<Problem> problems, long bytes) {}

  /**
   * Reads the journal of one name.
   *
   * @return empty if nothing is known: there is no journal, or one that is being taken away for
   *     good
   */
  Optional<Reading<F>> read(JournalName name) {
    return read(name, () -> heads.expected(name), closed -> {});
  }

  /**
   * As {@link #read}, of a name under which there is no tombstone: the caller looks afterwards
   * whether there was none, and if there was, reads it again (J-7).
   */
  Optional<Reading<F>> readUnburied(JournalName name) {
    return read(name, kind::firstHead, closed -> {});
  }

  /**
   * Reads the journal of one name as {@link #read} does, and shows all that was removed under it
   * and not pruned since. A journal that is being taken away just now may be shown twice; one that
   * cannot be read is shown with nothing in it but that problem.
   */
  Optional<Reading<F>> readAll(JournalName name, Consumer<Reading<F>> past) {
    Optional<Reading<F>> present = read(name, () -> heads.expected(name), past);
    store.history(name, journal -> past.accept(removed(journal)));
    return present;
  }

  private Optional<Reading<F>> read(
      JournalName name, Supplier<R> head, Consumer<Reading<F>> closed) {
    Optional<Journal> found = store.open(name);
    if (found.isEmpty()) {
      return betweenJournals(head.get(), List.of());
    }
    try (Journal journal = found.get()) {
      FoldedJournal<R, F> folded = folded(journal);
      R expected = head.get();
      if (folded.closed()) {
        closed.accept(reading(folded));
        return betweenJournals(kind.successor(folded.fold()), folded.problems());
      }
      return heads.stale(folded.fold(), expected)
          ? betweenJournals(expected, folded.problems())
          : Optional.of(reading(folded));
    }
  }

  /**
   * Shows what the journals meant that were removed under a name, the oldest first. Nothing counts
   * in one that was taken away without having been closed (J-7).
   *
   * @throws StoreException if one cannot be read
   */
  void history(JournalName name, Consumer<F> reader) {
    store.history(
        name,
        journal -> {
          FoldedJournal<R, F> folded = folded(journal);
          if (folded.closed()) {
            reader.accept(folded.fold());
          }
        });
  }

  /** Nothing counts in one that was taken away without having been closed (J-7). */
  private Reading<F> removed(Journal journal) {
    try {
      FoldedJournal<R, F> folded = folded(journal);
      return folded.closed()
          ? reading(folded)
          : new Reading<>(kind.empty(), folded.problems(), folded.bytes());
    } catch (StoreException e) {
      return new Reading<>(kind.empty(), List.of(new Problem(e.place(), e.reason())), 0);
    }
  }

  private Reading<F> reading(FoldedJournal<R, F> folded) {
    return new Reading<>(folded.fold(), folded.problems(), folded.bytes());
  }

  private FoldedJournal<R, F> folded(Journal journal) {
    FoldedJournal<R, F> folded = new FoldedJournal<>(kind, journal);
    folded.readOn();
    return folded;
  }

  private Optional<Reading<F>> betweenJournals(R next, List<Problem> problems) {
    F fold = kind.startingAt(next);
    return kind.known(fold) || !problems.isEmpty()
        ? Optional.of(new Reading<>(fold, problems, 0))
        : Optional.empty();
  }
}
