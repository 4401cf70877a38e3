package io.agentsync.model;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What an operator can do to the open generation of a sync point, and why. */
public sealed interface SyncRepair {

  /** Why, for everybody to see; empty if nothing was said. */
  Optional<String> reason();

  /**
   * Ends it as if everybody had come: who waits goes on with {@link SyncOutcome#FORCED}.
   *
   * @param reason why; a blank one is none
   */
  record Force(Optional<String> reason) implements SyncRepair {
    public Force {
      reason = said(reason);
    }
  }

  /**
   * Ends it as failed: who waits is told {@link SyncOutcome#ABORTED}.
   *
   * @param reason why; a blank one is none
   */
  record Abort(Optional<String> reason) implements SyncRepair {
    public Abort {
      reason = said(reason);
    }
  }

  /**
   * Lets the others go on without one agent, which still counts if it comes in time. Never lowers a
   * quorum: one that can no longer be reached ends it as {@link SyncOutcome#ABORTED}.
   *
   * @param agent who is excused
   * @param reason why; a blank one is none
   */
  record Excuse(String agent, Optional<String> reason) implements SyncRepair {
    /**
     * Excuses an agent.
     *
     * @throws InvalidRequestException if its id breaks the rule
     */
    public Excuse {
      Names.require("agent id", agent);
      reason = said(reason);
    }
  }

  /**
   * Gives it more time: after its deadline, or from now on if that has passed.
   *
   * @param by how much, in whole milliseconds
   * @param reason why; a blank one is none
   */
  record Extend(Duration by, Optional<String> reason) implements SyncRepair {
    /**
     * Gives more time.
     *
     * @throws InvalidRequestException if it is shorter than a millisecond or longer than 10 years
     */
    public Extend {
      by = Timeouts.require("An extension", Objects.requireNonNull(by, "by"));
      reason = said(reason);
    }
  }

  private static Optional<String> said(Optional<String> reason) {
    return reason.map(String::strip).filter(text -> !text.isEmpty());
  }
}
