package io.agentsync.model;

/** There is no sync point of that name in the store: never created, or cleaned up. */
public final class UnknownSyncPointException extends AgentSyncException {
  private static final long serialVersionUID = 1L;

  /**
   * An error that names the point and the store.
   *
   * @param syncId the id that was asked for
   * @param store the place that was looked in
   */
  public UnknownSyncPointException(String syncId, String store) {
    super(
        "There is no sync point \"%s\" in %s; `sync-diag list` shows those there are."
            .formatted(syncId, store));
  }
}
