package io.agentsync.agent;

import io.agentsync.model.Moment;
import java.util.Optional;

/**
 * A beat as a session notes it, in a cell that it rewrites in place.
 *
 * @param count which beat of that cell
 * @param agent whose
 * @param at when
 * @param waitsAt the sync point at which the agent waits
 */
public record CellBeat(long count, String agent, Moment at, Optional<String> waitsAt) {}
