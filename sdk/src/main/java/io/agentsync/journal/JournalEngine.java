package io.agentsync.journal;

import io.agentsync.model.Durability;
import io.agentsync.model.StoreException;

/** Opens stores of one kind; found by {@link java.util.ServiceLoader}. */
public interface JournalEngine {

  /** The URI scheme of the locations that this engine opens, such as {@code file}. */
  String scheme();

  /**
   * Opens a store. Creates nothing: a store comes into being with its first session or journal.
   *
   * @param location the location as the user gave it, without the scheme where that is {@code file}
   * @param durability what the store shall promise if it has yet to be created; an existing one
   *     keeps its own
   * @throws StoreException if the location cannot be a store
   */
  JournalStore open(String location, Durability durability);
}
