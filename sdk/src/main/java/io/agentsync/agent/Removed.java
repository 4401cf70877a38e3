package io.agentsync.agent;

import io.agentsync.model.Moment;
import java.util.Optional;

/**
 * Closes the journal: every record after it is void (J-7). Void if anything has counted since its
 * writer looked.
 *
 * @param op operation id
 * @param after the last record that counted before it, by its operation id; empty if none has
 * @param rotated whether the agent goes on in a new journal with its registration, or is gone
 * @param at when it was written
 */
public record Removed(String op, Optional<String> after, boolean rotated, Moment at)
    implements AgentRecord {
  @Override
  public void applyTo(Agent agent) {
    agent.close(this);
  }
}
