package io.agentsync.model;

/** What can be said of an agent's life, apart from its status. */
public enum Liveness {
  /** Its process lives, and it was heard of in time. */
  ALIVE,
  /** Not heard of for a while. */
  LATE,
  /** Not heard of for so long that somebody should look. */
  SUSPECT,
  /** Proven: its process is gone. */
  DEAD,
  /** Nothing can be said. */
  UNKNOWN
}
