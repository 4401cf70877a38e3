package io.agentsync.benchmark.peer;

/**
 * Where an agent takes part.
 *
 * @param meeting which meeting; a new name for each
 * @param agent which agent, from 0 on
 * @param agents how many agents meet there, in all processes
 */
public record Place(String meeting, int agent, int agents) {}
