package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import io.agentsync.model.SyncOutcome;
import java.util.Optional;

/**
 * Ends a generation as failed, on purpose (SP-7, SP-16).
 *
 * @param op operation id
 * @param generation which generation
 * @param nonce its nonce
 * @param actor who
 * @param reason why
 * @param at when it was written
 */
public record Abort(
    String op, long generation, String nonce, String actor, Optional<String> reason, Moment at)
    implements SyncRecord {
  @Override
  public void applyTo(SyncPoint point) {
    End end = new End(SyncOutcome.ABORTED, reason, Optional.of(actor), op, at);
    point.open(generation, nonce).ifPresent(open -> open.end(end));
  }
}
