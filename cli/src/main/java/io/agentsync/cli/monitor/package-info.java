/**
 * The live view of a store as pure values: what two looks at it differ in, what keys do, and how it
 * looks in so many columns and rows. Nothing here reads a clock, a key or a store.
 *
 * <p>{@link io.agentsync.cli.monitor.Picture} is what is known, {@link
 * io.agentsync.cli.monitor.Controls} what the person at the keys has chosen, {@link
 * io.agentsync.cli.monitor.View} shows the one by the other.
 */
@NullMarked
package io.agentsync.cli.monitor;

import org.jspecify.annotations.NullMarked;
