package io.agentsync.agent;

import io.agentsync.model.Moment;
import java.util.Optional;

/**
 * What those who wait for an agent may know of its life (SP-13).
 *
 * @param state what can be said
 * @param goneSince since when this process knows that it is gone; present if it is
 * @param livedAfter whether it is known to have lived after the moment that was asked about
 * @param evidence what that rests on, in words
 */
public record Vital(State state, Optional<Moment> goneSince, boolean livedAfter, String evidence) {

  /** Nobody has registered it, so nothing can be known. */
  public static final Vital UNREGISTERED =
      new Vital(State.UNREGISTERED, Optional.empty(), false, "is not registered");

  /** What can be said of it. */
  public enum State {
    /** It never was registered in this store, as far as the store remembers. */
    UNREGISTERED,
    /** It is not known to be gone: also if it is late, suspect or unknown. */
    ALIVE,
    /** Proven dead, or deregistered. */
    GONE
  }

  /** One that is not known to be gone. */
  public static Vital alive(boolean livedAfter, String evidence) {
    return new Vital(State.ALIVE, Optional.empty(), livedAfter, evidence);
  }

  /** One that is gone. */
  public static Vital gone(Moment since, boolean livedAfter, String evidence) {
    return new Vital(State.GONE, Optional.of(since), livedAfter, evidence);
  }
}
