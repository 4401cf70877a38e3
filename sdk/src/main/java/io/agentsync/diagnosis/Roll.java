package io.agentsync.diagnosis;

import io.agentsync.model.AgentInfo;
import io.agentsync.model.Participant;
import io.agentsync.model.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the registry knows.
 *
 * @param agents who is registered
 * @param departed who was registered and is not any more, and when that ended
 * @param problems what of the registry could not be read
 */
public record Roll(List<AgentInfo> agents, Map<String, Instant> departed, List<Problem> problems) {

  /** A registry that nobody uses. */
  public static final Roll EMPTY = new Roll(List.of(), Map.of(), List.of());

  /**
   * What is known of one agent.
   *
   * @param arrivedAt when it came to the sync point in question; empty if it is not there
   */
  Participant participant(String id, boolean arrived, Optional<Instant> arrivedAt) {
    Optional<AgentInfo> registered =
        agents.stream().filter(agent -> agent.agentId().equals(id)).findFirst();
    Optional<Instant> left =
        registered.isPresent() ? Optional.empty() : Optional.ofNullable(departed.get(id));
    boolean never =
        registered.isEmpty() && left.isEmpty() && !agents.isEmpty() && problems.isEmpty();
    return new Participant(id, arrived, arrivedAt, registered, left, never);
  }
}
