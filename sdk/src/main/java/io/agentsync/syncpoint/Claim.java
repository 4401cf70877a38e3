package io.agentsync.syncpoint;

import io.agentsync.model.ArrivalStatus;
import io.agentsync.model.Moment;
import java.util.Optional;

/**
 * One call that is waiting for an agent (SP-5).
 *
 * @param op the operation id of its arrival
 * @param agent who
 * @param session in which process's life; empty if its writer has none
 * @param status what the agent said of its part
 * @param payload what it brought; JDK values
 * @param blocking whether the agent does nothing else until its generation ends
 * @param at when it was written
 */
public record Claim(
    String op,
    String agent,
    Optional<String> session,
    ArrivalStatus status,
    Optional<Object> payload,
    boolean blocking,
    Moment at) {

  static Claim of(Arrive record) {
    return new Claim(
        record.op(),
        record.agent(),
        record.session(),
        record.status(),
        record.payload(),
        record.blocking(),
        record.at());
  }
}
