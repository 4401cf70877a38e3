package io.agentsync.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a registered agent.
 *
 * @param agentId its id
 * @param role what it is for, in the words it was registered with; may be empty
 * @param status what it or an operator last said about it
 * @param liveness what can be said of its life
 * @param evidence what {@code liveness} rests on, in words
 * @param registeredAt when it was registered
 * @param lastSeen when it was last heard of
 * @param lastAction what it last said it did
 * @param waitingAt the sync point at which it waits, as far as its process says so
 * @param process the process that holds it, as {@code pid 42 on host}; empty if none does
 * @param syncCapabilities what it can take part in, sorted
 * @param metadata what else it was registered with, sorted by key
 */
public record AgentInfo(
    String agentId,
    String role,
    AgentStatus status,
    Liveness liveness,
    String evidence,
    Instant registeredAt,
    Instant lastSeen,
    Optional<String> lastAction,
    Optional<String> waitingAt,
    Optional<String> process,
    Set<String> syncCapabilities,
    Map<String, String> metadata) {

  /** Whether it is at work, or waits for others, and is not known to be dead. */
  public boolean active() {
    boolean atWork = status == AgentStatus.ACTIVE || status == AgentStatus.SYNCING;
    return atWork && liveness != Liveness.DEAD;
  }
}
