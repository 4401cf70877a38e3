/** What happens inside of a measured process: it takes orders on stdin and answers on stdout. */
@NullMarked
package io.agentsync.benchmark.crew;

import org.jspecify.annotations.NullMarked;
