/**
 * The SPI: what an engine must promise so that agents can meet on it.
 *
 * <p>An engine is found by the scheme of the store's location ({@link
 * io.agentsync.journal.JournalEngine}) and gives a {@link io.agentsync.journal.JournalStore}. An
 * engine moves whole records and never looks inside them. It knows journals, sessions, locks and
 * doorbells; it knows no sync points.
 */
@NullMarked
package io.agentsync.journal;

import org.jspecify.annotations.NullMarked;
