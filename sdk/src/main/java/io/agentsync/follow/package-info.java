/**
 * One process's part in the meetings: it reads journals on, carries errands to them, waits, and
 * releases those whose meeting has ended.
 *
 * <p>{@link io.agentsync.follow.ProcessSession} is the process's life in a store; it has one {@link
 * io.agentsync.follow.PointLane} per sync point in use and one watching thread for all of them.
 */
@NullMarked
package io.agentsync.follow;

import org.jspecify.annotations.NullMarked;
