/**
 * Agents in any number of processes meet at named sync points.
 *
 * <p>Start with {@link io.agentsync.AgentSynchronizer}.
 */
@NullMarked
package io.agentsync;

import org.jspecify.annotations.NullMarked;
