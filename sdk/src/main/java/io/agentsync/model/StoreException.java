package io.agentsync.model;

import org.jspecify.annotations.Nullable;

/** The store, or something in it, cannot be read or written. Never an outcome. */
public class StoreException extends AgentSyncException {
  private static final long serialVersionUID = 1L;

  private final String place;
  private final String reason;

  /**
   * An error about one place.
   *
   * @param place the file, directory or address it is about
   * @param reason what is wrong with it and what to do
   * @param cause what the system said, if anything
   */
  public StoreException(String place, String reason, @Nullable Throwable cause) {
    super(place + ": " + reason, cause);
    this.place = place;
    this.reason = reason;
  }

  /** What is wrong with it and what to do. */
  public String reason() {
    return reason;
  }

  /** The file, directory or address it is about. */
  public String place() {
    return place;
  }
}
