package io.agentsync.model;

import java.util.List;

/**
 * All agents of a store, and what could not be read.
 *
 * @param agents the agents, by id
 * @param problems what could not be read
 */
public record RegistrySurvey(List<AgentInfo> agents, List<Problem> problems) {}
