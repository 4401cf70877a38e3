package io.agentsync.testkit;

import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import java.util.ArrayList;
import java.util.List;

/** A writer that goes on with the next journal when the one it writes to has been taken away. */
final class Appending {

  private Appending() {}

  /** Appends numbered records, each in an append of its own; returns those said to stand. */
  static List<String> standing(StoreOpener opener, JournalName name, String writer, int count) {
    try (JournalStore store = opener.open()) {
      return standing(store, name, writer, count);
    }
  }

  /** Appends numbered records, each in an append of its own; returns those said to stand. */
  static List<String> standing(JournalStore store, JournalName name, String writer, int count) {
    List<String> standing = new ArrayList<>();
    Journal journal = store.create(name);
    for (String record : Records.numbered(writer, count)) {
      if (journal.append(Records.of(record))) {
        standing.add(record);
      } else {
        journal.close();
        journal = store.create(name);
      }
    }
    journal.close();
    return standing;
  }
}
