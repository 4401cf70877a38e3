package io.agentsync.follow;

import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
   */
  record Reading<F>(F fold, List<Problem> problems) {}

  /**
   * Reads the journal of one name.
   *
   * @return empty if nothing is known: there is no journal, or one that is being taken away for
   *     good
   */
  Optional<Reading<F>> read(JournalName name) {
    Optional<Journal> found = store.open(name);
    if (found.isEmpty()) {
      return betweenJournals(heads.expected(name), List.of());
    }
    try (Journal journal = found.get()) {
      FoldedJournal<R, F> folded = folded(journal);
      R expected = heads.expected(name);
      if (folded.closed()) {
        return betweenJournals(kind.successor(folded.fold()), folded.problems());
      }
      return heads.stale(folded.fold(), expected)
          ? betweenJournals(expected, folded.problems())
          : Optional.of(new Reading<>(folded.fold(), folded.problems()));
    }
  }

  /** Shows what the journals meant that were removed under a name, the oldest first. */
  void history(JournalName name, Consumer<F> reader) {
    store.history(name, journal -> reader.accept(folded(journal).fold()));
  }

  private FoldedJournal<R, F> folded(Journal journal) {
    FoldedJournal<R, F> folded = new FoldedJournal<>(kind, journal);
    folded.readOn();
    return folded;
  }

  private Optional<Reading<F>> betweenJournals(R next, List<Problem> problems) {
    F fold = kind.startingAt(next);
    return kind.known(fold) || !problems.isEmpty()
        ? Optional.of(new Reading<>(fold, problems))
        : Optional.empty();
  }
}
