package io.agentsync.agent;

import io.agentsync.model.AgentStatus;
import io.agentsync.model.Moment;
import java.util.Optional;

/**
 * Says something about the registration that stands: how the agent is, that it is there, or that it
 * leaves. Comes to the registration it was said about; empty if the agent is not registered.
 *
 * @param what what is said
 * @param about the registration it was said about, once it was written
 * @param op the operation id of what was written
 * @param record what was written
 */
public record Telling(
    What what, Optional<Registration> about, String op, Optional<AgentRecord> record)
    implements Change<Optional<Registration>> {

  /** Makes the record that says it. */
  @FunctionalInterface
  public interface What {
    AgentRecord record(String op, String registration, Moment at);
  }

  /** That the agent is there. */
  public static Telling beat() {
    return of(Beat::new);
  }

  /** That the agent leaves. */
  public static Telling deregister() {
    return of(Deregister::new);
  }

  /** How the agent is. */
  public static Telling status(AgentStatus status, Optional<String> action) {
    return of((op, registration, at) -> new StatusChange(op, registration, status, action, at));
  }

  private static Telling of(What what) {
    return new Telling(what, Optional.empty(), "", Optional.empty());
  }

  @Override
  public Step<Optional<Registration>> next(Agent agent, Moment now, String freshOp) {
    if (record.isPresent()) {
      return switch (agent.fate(op)) {
        case COUNTED -> new Step.Done<>(about);
        case UNSEEN -> new Step.Append<>(record.get(), this);
        case VOID -> restarted().next(agent, now, freshOp);
      };
    }
    Optional<Registration> standing = agent.standing();
    if (standing.isEmpty()) {
      return new Step.Done<>(standing);
    }
    AgentRecord said = what.record(freshOp, standing.get().op(), now);
    return new Step.Append<>(said, new Telling(what, standing, freshOp, Optional.of(said)));
  }

  @Override
  public Telling restarted() {
    return of(what);
  }
}
