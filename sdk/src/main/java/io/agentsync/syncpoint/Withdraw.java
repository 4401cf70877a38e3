package io.agentsync.syncpoint;

import io.agentsync.model.Moment;

/**
 * Takes a claim back, also one that has yet to land (J-6, SP-5).
 *
 * @param op operation id
 * @param generation the generation the claim is for
 * @param nonce its nonce, or the claim's {@code op} where the writer had not seen it open
 * @param claim the {@code op} of the claim
 * @param agent whose it is
 * @param at when it was written
 */
public record Withdraw(
    String op, long generation, String nonce, String claim, String agent, Moment at)
    implements SyncRecord {
  @Override
  public void applyTo(SyncPoint point) {
    point.withdraw(this);
  }
}
