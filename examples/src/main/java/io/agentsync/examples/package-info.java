/** Programs that show the library at work, each a {@code main} of its own. */
@NullMarked
package io.agentsync.examples;

import org.jspecify.annotations.NullMarked;
