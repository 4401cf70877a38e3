/**
 * The embedded engine: journals are files in a shared directory, and there is no server.
 *
 * <p>The only code that writes state files or takes file locks. What it relies on, and what it does
 * not, is in {@code docs/directory-engine.md}.
 */
@NullMarked
package io.agentsync.journal.directory;

import org.jspecify.annotations.NullMarked;
