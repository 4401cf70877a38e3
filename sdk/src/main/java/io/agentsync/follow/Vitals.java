package io.agentsync.follow;

import io.agentsync.agent.Vital;
import io.agentsync.model.Moment;

/** Tells those who wait what is known of the life of the agents that they wait for (SP-13). */
public interface Vitals {

  /**
   * Takes a fresh look at an agent.
   *
   * @param agent who
   * @param since after which moment it matters whether the agent has lived, such as the opening of
   *     a generation
   * @throws io.agentsync.model.StoreException if it cannot be looked at
   */
  Vital of(String agent, Moment since);
}
