/** The processes that are measured, and those they need: how they are started, told and ended. */
@NullMarked
package io.agentsync.benchmark.stage;

import org.jspecify.annotations.NullMarked;
