package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import io.agentsync.model.Names;
import java.util.Optional;
import java.util.Set;

/**
 * Ends a generation as failed: on purpose (SP-7, SP-16), or because whoever is meant by {@code
 * claims} waits in vain (SP-15). Void if one of these does not stand.
 *
 * @param op operation id
 * @param generation which generation
 * @param nonce its nonce
 * @param actor who
 * @param reason why
 * @param claims the operation ids of the arrivals for whose sake it is ended; none if it is ended
 *     whoever is there
 * @param at when it was written
 */
public record Abort(
    String op,
    long generation,
    String nonce,
    String actor,
    Optional<String> reason,
    Set<String> claims,
    Moment at)
    implements SyncRecord {

  public Abort {
    claims = Names.sorted(claims);
  }

  /** Ends it, whoever is there. */
  public Abort(
      String op, long generation, String nonce, String actor, Optional<String> reason, Moment at) {
    this(op, generation, nonce, actor, reason, Set.of(), at);
  }

  @Override
  public void applyTo(SyncPoint point) {
    point.open(generation, nonce).ifPresent(open -> open.abort(this));
  }
}
