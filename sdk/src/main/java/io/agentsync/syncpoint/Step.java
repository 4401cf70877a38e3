package io.agentsync.syncpoint;

/**
 * What an {@link Errand} says.
 *
 * @param <T> what the errand comes to
 */
public sealed interface Step<T> {

  /**
   * Append a record, read the journal up to it, and go on.
   *
   * @param record the record
   * @param then how to go on
   */
  record Append<T>(SyncRecord record, Errand<T> then) implements Step<T> {}

  /**
   * Nothing can be done until the journal changes, or another takes its place.
   *
   * @param then how to go on
   */
  record Wait<T>(Errand<T> then) implements Step<T> {}

  /**
   * Recall what came before this journal ({@link SyncPoint#recall}), and ask again.
   *
   * @param then how to go on
   */
  record Recall<T>(Errand<T> then) implements Step<T> {}

  /**
   * It is over.
   *
   * @param result what it came to
   */
  record Done<T>(T result) implements Step<T> {}
}
