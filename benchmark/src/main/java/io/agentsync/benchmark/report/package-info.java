/** What the numbers say: spreads, ratios, growth, marks, tables and charts. Pure. */
@NullMarked
package io.agentsync.benchmark.report;

import org.jspecify.annotations.NullMarked;
