package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import java.util.Optional;
import java.util.Set;

/**
 * Lets others see that an agent was turned away for expecting another set; changes nothing (SP-2).
 *
 * @param op operation id
 * @param generation the generation it wanted to join
 * @param nonce its nonce
 * @param agent who
 * @param session in which process's life; empty if its writer has none
 * @param expected the agents it expected, sorted
 * @param at when it was written
 */
public record Mismatch(
    String op,
    long generation,
    String nonce,
    String agent,
    Optional<String> session,
    Set<String> expected,
    Moment at)
    implements SyncRecord {

  public Mismatch {
    expected = io.agentsync.model.Names.sorted(expected);
  }

  @Override
  public void applyTo(SyncPoint point) {
    point.known(generation, nonce).ifPresent(known -> known.note(this));
  }

  boolean sameAs(Mismatch other) {
    return agent.equals(other.agent)
        && session.equals(other.session)
        && expected.equals(other.expected);
  }
}
