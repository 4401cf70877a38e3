/**
 * The values that callers and every other room share: options, states, results, findings, errors.
 *
 * <p>Most callers meet {@link io.agentsync.model.SyncResult}, {@link io.agentsync.model.SyncStatus}
 * and {@link io.agentsync.model.AgentSyncException}. Nothing here reads a clock, a file or a
 * thread.
 */
@NullMarked
package io.agentsync.model;

import org.jspecify.annotations.NullMarked;
