package io.agentsync.agent;

import io.agentsync.model.AgentSyncException;
import io.agentsync.model.Moment;

/**
 * Something that somebody wants of an agent's registration, told as steps. Whoever carries it reads
 * the journal, shows it the fold, does what it says, and reads again; between two steps anything
 * may have happened.
 *
 * <p>Changes are values: a step gives the next one.
 *
 * @param <T> what it comes to
 */
public interface Change<T> {

  /**
   * The next step.
   *
   * @param agent the fold of all that has been read
   * @param now the present
   * @param freshOp an operation id that has never been used
   * @throws AgentSyncException if what is wanted is refused
   */
  Step<T> next(Agent agent, Moment now, String freshOp);

  /** This change, to be begun again on another journal of the same agent. */
  Change<T> restarted();
}
