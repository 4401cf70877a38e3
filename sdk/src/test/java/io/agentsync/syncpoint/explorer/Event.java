package io.agentsync.syncpoint.explorer;

import io.agentsync.model.SyncResult;
import io.agentsync.syncpoint.Generation;

/** Something that an invariant may have to say something about. */
sealed interface Event {

  /** A process was told the end of a generation, having seen that much. */
  record Told(Actor actor, SyncResult result, Generation generation, Tape seen) implements Event {}

  /** A process was told that its claim does not count any more. */
  record TakenBack(Actor actor, String claim, Tape tip) implements Event {}

  /** A generation was opened where it counts; the highest number before it is given. */
  record Opened(long number, long highest) implements Event {}

  /** A journal was moved away; a stale one never counted. */
  record Moved(Tape tape, boolean stale) implements Event {}

  /** A generation ended because an agent was lost, which may have come to life again by then. */
  record WasLost(String agent, Generation generation, boolean lives) implements Event {}

  /** A record was appended that was there already. */
  record Repeated(String op) implements Event {}
}
