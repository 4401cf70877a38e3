package io.agentsync.testkit;

import io.agentsync.journal.JournalStore;

/** How the store of the present test is opened: all that an engine's test class has to say. */
public interface StoreOpener {

  /**
   * Opens the store of the present test, which no other test uses. Opened again, it is the same
   * store, as another client would have it.
   */
  JournalStore open();
}
