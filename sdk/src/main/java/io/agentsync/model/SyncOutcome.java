package io.agentsync.model;

/**
 * How a generation ended, or how one call ended.
 *
 * <p>{@link #WITHDRAWN} and {@link #MISMATCH} are results of one call only; a generation never ends
 * with them.
 */
public enum SyncOutcome {
  /** Every required agent arrived. */
  COMPLETED(true),
  /** An operator ended it as if it were complete. */
  FORCED(true),
  /** The deadline passed first. */
  TIMED_OUT(false),
  /** Somebody ended it on purpose, or everybody withdrew. */
  ABORTED(false),
  /** A required agent was proven dead. */
  AGENT_LOST(false),
  /** The caller gave up in time; the others are not affected. */
  WITHDRAWN(false),
  /** The caller expected another set of agents than the one the generation has. */
  MISMATCH(false);

  private final boolean success;

  SyncOutcome(boolean success) {
    this.success = success;
  }

  /** Whether a generation can end so; else it is the result of one call. */
  public boolean ofGeneration() {
    return this != WITHDRAWN && this != MISMATCH;
  }

  /** Whether those who waited may go on. */
  public boolean success() {
    return success;
  }
}
