package io.agentsync.syncpoint;

import io.agentsync.model.ArrivalStatus;
import io.agentsync.model.Moment;
import java.time.Duration;
import java.util.Optional;

/**
 * An agent is there (J-2, SP-5).
 *
 * @param op operation id; the claim is named by it
 * @param generation the generation it is for
 * @param agent who
 * @param session in which process's life; empty if its writer has none
 * @param view what the agent expects
 * @param timeout the shorter timeout that it asked for, if it did (SP-10)
 * @param status what it says of its part
 * @param payload what it brings; JDK values
 * @param blocking whether it does nothing else until this generation ends (SP-15)
 * @param at when it was written
 */
public record Arrive(
    String op,
    long generation,
    String agent,
    Optional<String> session,
    View view,
    Optional<Duration> timeout,
    ArrivalStatus status,
    Optional<Object> payload,
    boolean blocking,
    Moment at)
    implements SyncRecord {

  /** An agent that is there, whose part is done, and that brings nothing. */
  public Arrive(
      String op,
      long generation,
      String agent,
      Optional<String> session,
      View view,
      Optional<Duration> timeout,
      Moment at) {
    this(
        op,
        generation,
        agent,
        session,
        view,
        timeout,
        ArrivalStatus.OK,
        Optional.empty(),
        false,
        at);
  }

  @Override
  public void applyTo(SyncPoint point) {
    point.arrive(this);
  }
}
