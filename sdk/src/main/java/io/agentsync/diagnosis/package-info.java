/**
 * From the facts of a sync point to findings: one rule, one class, one page in {@code docs/rules}.
 *
 * <p>{@link io.agentsync.diagnosis.Diagnosis} runs them all. Pure, as the fold is.
 */
@NullMarked
package io.agentsync.diagnosis;

import org.jspecify.annotations.NullMarked;
