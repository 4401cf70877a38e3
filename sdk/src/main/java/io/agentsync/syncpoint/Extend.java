package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import java.time.Duration;
import java.util.Optional;

/**
 * Puts a later deadline in the place of all that run (SP-10, SP-16): by so much after the one that
 * its writer judged, or from its own time if that had passed.
 *
 * @param op operation id
 * @param generation which generation
 * @param nonce its nonce
 * @param judged the {@link Deadline#id} that was judged; void if that one no longer counts
 * @param overdue whether that one had passed
 * @param by how much longer
 * @param actor who extends
 * @param reason why
 * @param at when it was written
 */
public record Extend(
    String op,
    long generation,
    String nonce,
    String judged,
    boolean overdue,
    Duration by,
    String actor,
    Optional<String> reason,
    Moment at)
    implements SyncRecord {
  @Override
  public void applyTo(SyncPoint point) {
    point.open(generation, nonce).ifPresent(open -> open.extend(this));
  }

  Deadline insteadOf(Deadline old) {
    String id = "extend:" + op;
    return overdue ? new Deadline(id, at, by) : new Deadline(id, old.from(), old.after().plus(by));
  }
}
