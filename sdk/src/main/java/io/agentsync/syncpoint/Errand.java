package io.agentsync.syncpoint;

import io.agentsync.model.AgentSyncException;
import io.agentsync.model.Moment;

/**
 * Something that somebody wants of a sync point, told as steps. Whoever carries it reads the
 * journal, shows it the fold, does what it says, and reads again; between two steps anything may
 * have happened.
 *
 * <p>Errands are values: a step gives the next one.
 *
 * @param <T> what it comes to
 */
public interface Errand<T> {

  /**
   * The next step.
   *
   * @param point the fold of all that has been read
   * @param now the present, for records to carry
   * @param freshOp an operation id that has never been used
   * @throws AgentSyncException if what is wanted is refused
   */
  Step<T> next(SyncPoint point, Moment now, String freshOp);

  /** Whether it comes before the deadline that has passed: whoever brings it gives more time. */
  default boolean sparesOverdue() {
    return false;
  }

  /** This errand, to be begun again on another journal of the same sync point. */
  Errand<T> restarted();
}
