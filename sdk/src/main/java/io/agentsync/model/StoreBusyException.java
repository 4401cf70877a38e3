package io.agentsync.model;

/** Somebody else holds a lock of the store for longer than the caller would wait. */
public final class StoreBusyException extends StoreException {
  private static final long serialVersionUID = 1L;

  /**
   * An error about one lock.
   *
   * @param place the lock
   * @param reason who holds it, as far as is known, and what to do
   */
  public StoreBusyException(String place, String reason) {
    super(place, reason, null);
  }
}
