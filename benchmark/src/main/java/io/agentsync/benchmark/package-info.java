/** Measures agent-sync beside what one would otherwise use; see {@code docs/performance.md}. */
@NullMarked
package io.agentsync.benchmark;

import org.jspecify.annotations.NullMarked;
