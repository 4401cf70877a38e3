package io.agentsync.agent;

import io.agentsync.model.AgentStatus;
import io.agentsync.model.Moment;
import java.util.Optional;

/**
 * Registers the agent. Void unless it is the next registration and {@code replaces} names the one
 * that stands at its place.
 *
 * @param op operation id; the registration is named by it
 * @param number which registration of the agent, 1 for the first
 * @param replaces the registration that it takes the place of; empty if none stands
 * @param session the process's life that holds it; empty if none does
 * @param slot where that session notes its beats
 * @param profile what the agent says of itself
 * @param at when it was written; counts as the first beat
 */
public record Register(
    String op,
    long number,
    Optional<String> replaces,
    Optional<String> session,
    Optional<Integer> slot,
    Profile profile,
    Moment at)
    implements AgentRecord {

  @Override
  public void applyTo(Agent agent) {
    agent.register(this);
  }

  /**
   * Twice by the same holder is an update: what was said about the agent, and since when, stays.
   */
  Registration after(Optional<Registration> before) {
    Optional<Registration> updated = before.filter(held -> held.session().equals(session));
    return new Registration(
        op,
        number,
        session,
        slot,
        profile,
        updated.map(Registration::since).orElse(at),
        updated.map(Registration::status).orElse(AgentStatus.ACTIVE),
        updated.flatMap(Registration::action),
        at);
  }
}
