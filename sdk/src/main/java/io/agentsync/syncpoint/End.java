package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import io.agentsync.model.SyncOutcome;
import java.util.Optional;

/**
 * How a generation ended.
 *
 * @param outcome how
 * @param reason why, where there is more to say
 * @param actor who ended it, where somebody did on purpose
 * @param op the operation id of the record that ended it
 * @param at when that record was written
 */
public record End(
    SyncOutcome outcome, Optional<String> reason, Optional<String> actor, String op, Moment at) {

  /** An end that nobody brought about on purpose. */
  static End because(SyncOutcome outcome, String reason, String op, Moment at) {
    return new End(outcome, Optional.of(reason), Optional.empty(), op, at);
  }
}
