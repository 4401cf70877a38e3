/** What is measured: one class per workload, which orders the runs of all its contenders. */
@NullMarked
package io.agentsync.benchmark.workload;

import org.jspecify.annotations.NullMarked;
