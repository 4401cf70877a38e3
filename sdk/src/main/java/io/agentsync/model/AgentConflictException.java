package io.agentsync.model;

import java.time.Instant;
import java.util.Optional;

/** An agent cannot be registered, because it is held by somebody who is not known to be gone. */
public final class AgentConflictException extends AgentSyncException {
  private static final long serialVersionUID = 1L;

  private final String agentId;
  private final transient Optional<String> process;
  private final Instant since;

  /**
   * An error that names the holder.
   *
   * @param agentId the agent
   * @param store where it is registered
   * @param process the process that holds it, as {@code pid 42 on host}; empty if none is known
   * @param since when it was registered
   * @param evidence what is known of the holder's life, in words
   */
  public AgentConflictException(
      String agentId, String store, Optional<String> process, Instant since, String evidence) {
    super(
        ("Agent \"%s\" in %s is held%s since %s: %s. Stop it, wait until it is gone, "
                + "or take it out with `sync-diag deregister %s`.")
            .formatted(
                agentId,
                store,
                process.map(who -> " by " + who).orElse(""),
                since,
                evidence,
                agentId));
    this.agentId = agentId;
    this.process = process;
    this.since = since;
  }

  /** The agent. */
  public String agentId() {
    return agentId;
  }

  /** The process that holds it, as {@code pid 42 on host}; empty if none is known. */
  public Optional<String> process() {
    return process;
  }

  /** When it was registered. */
  public Instant since() {
    return since;
  }
}
