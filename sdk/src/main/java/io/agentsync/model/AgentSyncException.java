package io.agentsync.model;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything this library throws. Messages name the sync point or agent, the store, and
 * what to do.
 */
public class AgentSyncException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error that speaks for itself. */
  public AgentSyncException(String message) {
    super(message);
  }

  /** An error with what caused it. */
  public AgentSyncException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
