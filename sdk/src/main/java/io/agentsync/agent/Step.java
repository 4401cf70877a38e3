package io.agentsync.agent;

import java.util.function.Function;

/**
 * What a {@link Change} says.
 *
 * @param <T> what the change comes to
 */
public sealed interface Step<T> {

  /**
   * Append a record, read the journal up to it, and go on.
   *
   * @param record the record
   * @param then how to go on
   */
  record Append<T>(AgentRecord record, Change<T> then) implements Step<T> {}

  /**
   * Look what can be said of the session that holds a registration, and go on.
   *
   * @param held the registration
   * @param then how to go on
   */
  record Look<T>(Registration held, Function<Pulse, Change<T>> then) implements Step<T> {}

  /**
   * It is over.
   *
   * @param result what it came to
   */
  record Done<T>(T result) implements Step<T> {}
}
