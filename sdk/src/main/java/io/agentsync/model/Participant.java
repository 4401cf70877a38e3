package io.agentsync.model;

import java.time.Instant;
import java.util.Optional;

/**
 * An agent that a generation needs, or that has come to it, and what is known of it.
 *
 * @param agent its id
 * @param arrived whether it is there (at the end: was there)
 * @param arrivedAt when it came; empty if it is not there
 * @param registered what the registry knows of it; empty if it is not registered now
 * @param departedAt when it was deregistered or cleaned away, if that is the last that is known
 * @param neverRegistered whether it is known that it was never registered; false as long as no
 *     agent of the store is registered at all, or the registry cannot be read
 */
public record Participant(
    String agent,
    boolean arrived,
    Optional<Instant> arrivedAt,
    Optional<AgentInfo> registered,
    Optional<Instant> departedAt,
    boolean neverRegistered) {

  /** What can be said of its life; empty if it is not registered. */
  public Optional<Liveness> liveness() {
    return registered.map(AgentInfo::liveness);
  }
}
