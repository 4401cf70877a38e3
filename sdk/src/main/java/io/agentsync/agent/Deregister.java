package io.agentsync.agent;

import io.agentsync.model.Moment;

/**
 * Ends a registration. Void unless the one it names stands.
 *
 * @param op operation id
 * @param registration which registration
 * @param at when it was written
 */
public record Deregister(String op, String registration, Moment at) implements AgentRecord {
  @Override
  public void applyTo(Agent agent) {
    agent.deregister(this);
  }
}
