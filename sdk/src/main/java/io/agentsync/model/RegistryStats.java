package io.agentsync.model;

import java.util.Map;

/**
 * The registry in numbers.
 *
 * @param total how many agents are registered
 * @param byStatus how many per status; every status is there
 * @param byLiveness how many per liveness; every liveness is there
 * @param capabilities how many agents have each capability, by capability
 */
public record RegistryStats(
    int total,
    Map<AgentStatus, Integer> byStatus,
    Map<Liveness, Integer> byLiveness,
    Map<String, Integer> capabilities) {}
