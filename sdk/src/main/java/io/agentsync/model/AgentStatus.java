package io.agentsync.model;

/** What an agent or an operator last said about the agent; nobody else changes it. */
public enum AgentStatus {
  /** At work. */
  ACTIVE,
  /** There, but not at work. */
  INACTIVE,
  /** Said to be synchronizing; who really waits is told by {@link AgentInfo#waitingAt}. */
  SYNCING,
  /** Failed. */
  ERROR,
  /** Not known. */
  UNKNOWN
}
