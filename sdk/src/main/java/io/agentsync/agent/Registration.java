package io.agentsync.agent;

import io.agentsync.model.AgentStatus;
import io.agentsync.model.Moment;
import java.util.Optional;

/**
 * One registration of an agent, as the records so far have left it.
 *
 * @param op the operation id of the {@link Register} that made it what it is
 * @param number which registration of the agent, 1 for the first
 * @param session the process's life that holds it; empty if none does
 * @param slot where that session notes its beats
 * @param profile what the agent says of itself
 * @param since when it was registered; an update in the same session leaves it
 * @param status what was last said about it
 * @param action what it last said it did
 * @param heard when a record last said that it is there
 */
public record Registration(
    String op,
    long number,
    Optional<String> session,
    Optional<Integer> slot,
    Profile profile,
    Moment since,
    AgentStatus status,
    Optional<String> action,
    Moment heard) {

  Registration with(AgentStatus said, Optional<String> did) {
    return new Registration(
        op, number, session, slot, profile, since, said, did.or(() -> action), heard);
  }

  Registration heardAt(Moment at) {
    return new Registration(op, number, session, slot, profile, since, status, action, at);
  }
}
