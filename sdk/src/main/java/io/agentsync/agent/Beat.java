package io.agentsync.agent;

import io.agentsync.model.Moment;

/**
 * Says that the agent is there, for one that no session notes beats for. Void unless the
 * registration it names stands.
 *
 * @param op operation id
 * @param registration which registration
 * @param at when it was written
 */
public record Beat(String op, String registration, Moment at) implements AgentRecord {
  @Override
  public void applyTo(Agent agent) {
    agent.change(op, registration, standing -> standing.heardAt(at));
  }
}
