package io.agentsync.agent;

import io.agentsync.model.AgentStatus;
import io.agentsync.model.Moment;
import java.util.Optional;

/**
 * Says how the agent is, and what it does. Void unless the registration it names stands.
 *
 * @param op operation id
 * @param registration which registration
 * @param status how it is
 * @param action what it does; empty to leave what was said before
 * @param at when it was written
 */
public record StatusChange(
    String op, String registration, AgentStatus status, Optional<String> action, Moment at)
    implements AgentRecord {
  @Override
  public void applyTo(Agent agent) {
    agent.change(op, registration, standing -> standing.with(status, action));
  }
}
