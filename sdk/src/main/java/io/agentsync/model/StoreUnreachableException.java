package io.agentsync.model;

import org.jspecify.annotations.Nullable;

/**
 * The store is cut off just now: what was asked for may or may not have been done, and the same may
 * succeed when the connection is back.
 */
public final class StoreUnreachableException extends StoreException {
  private static final long serialVersionUID = 1L;

  /**
   * An error about a connection.
   *
   * @param place the store, or what in it was asked for
   * @param reason who was tried, and what to do
   * @param cause what the system said, if anything
   */
  public StoreUnreachableException(String place, String reason, @Nullable Throwable cause) {
    super(place, reason, cause);
  }
}
