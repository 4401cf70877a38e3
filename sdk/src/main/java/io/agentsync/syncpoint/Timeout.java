package io.agentsync.syncpoint;

import io.agentsync.model.Moment;

/**
 * Says that a deadline has passed (SP-10).
 *
 * @param op operation id
 * @param generation which generation
 * @param nonce its nonce
 * @param deadline the {@link Deadline#id} that was judged; void if that one no longer counts
 * @param at when it was written
 */
public record Timeout(String op, long generation, String nonce, String deadline, Moment at)
    implements SyncRecord {
  /** Says that {@code passed}, a deadline of {@code generation}, is over. */
  public static Timeout of(Generation generation, Deadline passed, String op, Moment at) {
    return new Timeout(op, generation.number(), generation.nonce(), passed.id(), at);
  }

  @Override
  public void applyTo(SyncPoint point) {
    point.open(generation, nonce).ifPresent(open -> open.timeout(this));
  }
}
