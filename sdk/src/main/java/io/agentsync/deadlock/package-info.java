/**
 * Who waits for whom across sync points, and what can therefore never come to an end by itself.
 *
 * <p>{@link io.agentsync.deadlock.Waits} answers; it is given what stands at the open points of one
 * run, or of no run. Pure, as the fold is; each step is linear in arrivals and missing agents.
 */
@NullMarked
package io.agentsync.deadlock;

import org.jspecify.annotations.NullMarked;
