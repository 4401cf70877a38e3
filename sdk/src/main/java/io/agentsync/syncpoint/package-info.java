/**
 * What a sync point is: its records, what they mean in their place, and how a caller takes part.
 *
 * <p>{@link io.agentsync.syncpoint.SyncPoint} folds the records of one journal. {@link
 * io.agentsync.syncpoint.Errand} is a wish told as steps: shown the fold, it says what to append,
 * or that it is done. Everything here is pure: no clock, no thread, no file, no chance. The rules
 * are those of {@code docs/rules.md}, cited by number.
 */
@NullMarked
package io.agentsync.syncpoint;

import org.jspecify.annotations.NullMarked;
