package io.agentsync.agent;

import io.agentsync.model.Moment;
import java.util.Optional;

/**
 * The first record of an agent's journal: where it goes on from (J-4, J-7). A removal leaves the
 * head of the next journal as its tombstone.
 *
 * @param epoch how many journals the agent has had, this one included
 * @param after the number of the last registration before this journal
 * @param registration the one that stands, if the agent was only moved on to a new journal
 * @param at when the journal before it was removed; empty in an agent's first journal
 */
public record Head(long epoch, long after, Optional<Registration> registration, Optional<Moment> at)
    implements AgentRecord {

  /** The head of an agent's first journal. */
  public static final Head FIRST = new Head(1, 0, Optional.empty(), Optional.empty());

  @Override
  public void applyTo(Agent agent) {
    agent.begin(this);
  }
}
