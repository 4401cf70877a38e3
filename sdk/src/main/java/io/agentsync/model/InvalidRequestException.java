package io.agentsync.model;

/** The caller asked for something that can never be right, such as an empty set of agents. */
public sealed class InvalidRequestException extends AgentSyncException
    permits NotRequiredException {
  private static final long serialVersionUID = 1L;

  /** A refusal that quotes the rule that was broken. */
  public InvalidRequestException(String message) {
    super(message);
  }
}
