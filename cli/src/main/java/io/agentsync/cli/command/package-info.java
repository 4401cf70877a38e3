/**
 * The modes of the tool, one class each: what can be said to it, and what it then does with the
 * SDK.
 *
 * <p>{@link io.agentsync.cli.command.CommandTree} puts them together. Streams, time and environment
 * come in with a {@link io.agentsync.cli.command.Console}, so that a test can run any of them.
 */
@NullMarked
package io.agentsync.cli.command;

import org.jspecify.annotations.NullMarked;
