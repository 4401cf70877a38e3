/**
 * The program {@code sync-diag}: {@link io.agentsync.cli.Main} is where it starts and ends.
 *
 * <p>{@code command} has one class for each mode, {@code render} what they say.
 */
@NullMarked
package io.agentsync.cli;

import org.jspecify.annotations.NullMarked;
