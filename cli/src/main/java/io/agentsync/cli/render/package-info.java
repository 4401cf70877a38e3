/**
 * What the tool says, as lines and as JSON: data in, text out. Nothing here reads a clock, a
 * stream, a file or the environment.
 *
 * <p>Each answer is a {@link io.agentsync.cli.render.Report}; whatever comes from a store passes
 * {@link io.agentsync.cli.render.Visible} on its way out.
 */
@NullMarked
package io.agentsync.cli.render;

import org.jspecify.annotations.NullMarked;
