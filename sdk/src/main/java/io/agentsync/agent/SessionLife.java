package io.agentsync.agent;

/** What can be said of the session that holds a registration. */
public enum SessionLife {
  ALIVE,
  /** Proven: it was ended, or its process is gone. */
  DEAD,
  /** Nothing can be said. */
  UNKNOWN
}
