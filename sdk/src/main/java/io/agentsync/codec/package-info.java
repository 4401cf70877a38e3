/**
 * Records as JSON and back: the only place that knows the JSON library. The format is specified in
 * {@code shared-state/README.md}.
 */
@NullMarked
package io.agentsync.codec;

import org.jspecify.annotations.NullMarked;
