/** What single operations take, by JMH. */
@NullMarked
package io.agentsync.benchmark.operation;

import org.jspecify.annotations.NullMarked;
