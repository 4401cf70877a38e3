package io.agentsync.agent;

import io.agentsync.model.Moment;
import java.util.Optional;

/**
 * What was found beside an agent's journal when somebody looked.
 *
 * @param life what can be said of the session that holds the agent; empty if none does
 * @param process its process, as {@code pid 42 on host}
 * @param beat the beat that it has noted for the agent
 */
public record Pulse(Optional<SessionLife> life, Optional<String> process, Optional<CellBeat> beat) {

  /** Of an agent that no session holds. */
  public static final Pulse NO_SESSION =
      new Pulse(Optional.empty(), Optional.empty(), Optional.empty());

  /** When the agent was last heard of: by a record, or by a beat that is later. */
  public Moment heard(Registration registration) {
    Moment recorded = registration.heard();
    return beat.map(CellBeat::at)
        .filter(noted -> recorded.until(noted).map(gap -> !gap.isNegative()).orElse(true))
        .orElse(recorded);
  }
}
