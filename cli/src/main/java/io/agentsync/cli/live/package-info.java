/**
 * The live view at work: a thread that looks at the store, and the two loops that show what it
 * sees, one on a terminal and one in a pipe.
 *
 * <p>The terminal library is known to {@link io.agentsync.cli.live.FullScreen} and what is behind
 * it only, so that no other mode loads it.
 */
@NullMarked
package io.agentsync.cli.live;

import org.jspecify.annotations.NullMarked;
