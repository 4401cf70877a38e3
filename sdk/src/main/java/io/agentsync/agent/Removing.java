package io.agentsync.agent;

import io.agentsync.model.Moment;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Closes an agent's journal, so that it can be taken away (J-7, R-4). Comes to whether it is closed
 * by this change.
 *
 * @param rotated whether the agent goes on in a new journal
 * @param wanted what must be true of the agent
 * @param written the record that was written, once it was
 */
public record Removing(boolean rotated, Predicate<Agent> wanted, Optional<Removed> written)
    implements Change<Boolean> {

  /** A change that has written nothing yet. */
  public static Removing of(boolean rotated, Predicate<Agent> wanted) {
    return new Removing(rotated, wanted, Optional.empty());
  }

  @Override
  public Step<Boolean> next(Agent agent, Moment now, String freshOp) {
    if (agent.removed().isPresent()) {
      return new Step.Done<>(agent.removed().map(Removed::op).equals(written.map(Removed::op)));
    }
    if (written.isPresent() && agent.fate(written.get().op()) == Fate.UNSEEN) {
      return new Step.Append<>(written.get(), this);
    }
    if (!wanted.test(agent)) {
      return new Step.Done<>(false);
    }
    Removed record = new Removed(freshOp, agent.last(), rotated, now);
    return new Step.Append<>(record, new Removing(rotated, wanted, Optional.of(record)));
  }

  @Override
  public Removing restarted() {
    return of(rotated, wanted);
  }
}
