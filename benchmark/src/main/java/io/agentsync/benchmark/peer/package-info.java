/** The ways for agents to meet, ours and others', as one process of them uses each. */
@NullMarked
package io.agentsync.benchmark.peer;

import org.jspecify.annotations.NullMarked;
