package io.agentsync.model;

import java.time.Duration;

/**
 * An agent that others had to wait for.
 *
 * @param agent its id
 * @param timesLast how many meetings of two or more it completed by coming last
 * @param cost what that cost the others together, in agent-time: each time from the last but one
 *     arrival to its own, as often as there were agents waiting
 */
public record Straggler(String agent, long timesLast, Duration cost) {}
