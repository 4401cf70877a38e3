package io.agentsync.syncpoint;

import io.agentsync.model.Moment;

/**
 * Closes a journal: every record after it is void, so nobody can come in while it is being taken
 * away (J-7). Void unless the generation it names is the newest and has ended.
 *
 * @param op operation id
 * @param generation the newest generation
 * @param nonce its nonce
 * @param rotated whether the point goes on in a new journal with its spec (J-8), or is gone
 * @param at when it was written
 */
public record Removed(String op, long generation, String nonce, boolean rotated, Moment at)
    implements SyncRecord {
  @Override
  public void applyTo(SyncPoint point) {
    point.close(this);
  }
}
