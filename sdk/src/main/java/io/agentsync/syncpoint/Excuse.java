package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import java.util.Optional;

/**
 * Lets the others go on without one agent; should it come all the same, it counts (SP-8, SP-16).
 *
 * @param op operation id
 * @param generation which generation
 * @param nonce its nonce
 * @param agent who is excused
 * @param actor who excuses
 * @param reason why
 * @param at when it was written
 */
public record Excuse(
    String op,
    long generation,
    String nonce,
    String agent,
    String actor,
    Optional<String> reason,
    Moment at)
    implements SyncRecord {
  /** Without whom, who has said so, and why. */
  String words() {
    String why = reason.map(said -> ": " + said).orElse("");
    return "without %s, excused by %s%s".formatted(agent, actor, why);
  }

  @Override
  public void applyTo(SyncPoint point) {
    point.open(generation, nonce).ifPresent(open -> open.excuse(this));
  }
}
