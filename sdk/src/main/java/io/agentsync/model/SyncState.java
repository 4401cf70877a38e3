package io.agentsync.model;

/** Where the newest generation of a sync point stands. */
public enum SyncState {
  /** Declared, and nobody has arrived yet: no deadline runs. */
  READY,
  /** Somebody waits, and not everybody is there. */
  SYNCING,
  /** Ended well: {@link SyncOutcome#COMPLETED} or {@link SyncOutcome#FORCED}. */
  COMPLETED,
  /** Ended badly: any other outcome. */
  ERROR
}
