package io.agentsync.follow;

import io.agentsync.agent.CellBeat;
import io.agentsync.agent.Registration;
import io.agentsync.model.Moment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One agent in this process: the registration by which this session holds it, where it waits, and
 * what has yet to be noted of that. Belongs to {@link Beats}, and is guarded by its lock.
 */
final class AgentPresence {

  private final String agent;
  private final Map<Object, String> waits = new LinkedHashMap<>();
  private @Nullable Registration held;
  private @Nullable Moment beat;
  private boolean byItself;
  private boolean doubted;
  private boolean dirty;
  private long count;
  private long nextLook;

  AgentPresence(String agent) {
    this.agent = agent;
  }

  Optional<Registration> held() {
    return Optional.ofNullable(held);
  }

  /** Of two registrations by this session, the later one counts. */
  void hold(Registration registration, long looksAgainAt) {
    if (held == null || held.number() < registration.number()) {
      held = registration;
      beat = registration.heard();
      nextLook = looksAgainAt;
      doubted = false;
      dirty |= !waits.isEmpty();
    }
  }

  void letGo() {
    held = null;
    dirty = false;
    byItself = false;
  }

  /** Whether there is neither a registration nor a wait to be kept in mind. */
  boolean idle() {
    return held == null && waits.isEmpty();
  }

  void beatByItself() {
    byItself = true;
  }

  void beatWhenTold() {
    byItself = false;
  }

  void beat(Moment now) {
    beat = now;
    dirty = true;
  }

  /** What has been noted may have been lost. */
  void noteAgain() {
    dirty = true;
  }

  void waitAt(Object call, String point, Moment now) {
    waits.put(call, point);
    beat(now);
  }

  void goOn(Object call, Moment now) {
    waits.remove(call);
    beat(now);
  }

  /** Somebody else may have ended the registration. */
  void doubt() {
    doubted = true;
  }

  boolean inDoubt(long now) {
    return doubted || now - nextLook >= 0;
  }

  void believe(long looksAgainAt) {
    doubted = false;
    nextLook = looksAgainAt;
  }

  /** When it has to beat by itself, by the nanoseconds of its session's time. */
  Optional<Long> due(long every) {
    return held != null && beat != null && (byItself || !waits.isEmpty())
        ? Optional.of(beat.nanos() + every)
        : Optional.empty();
  }

  boolean dirty() {
    return dirty && held != null;
  }

  /** The slot to note it in. */
  Optional<Integer> slot() {
    return held().flatMap(Registration::slot);
  }

  /** What there is to note now. */
  CellBeat noted(Moment now) {
    dirty = false;
    Moment at = beat == null ? now : beat;
    String waitsAt = null;
    for (String point : waits.values()) {
      waitsAt = point;
    }
    return new CellBeat(++count, agent, at, Optional.ofNullable(waitsAt));
  }
}
