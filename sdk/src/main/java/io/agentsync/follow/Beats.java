package io.agentsync.follow;

import io.agentsync.agent.Judgement;
import io.agentsync.agent.Registration;
import io.agentsync.codec.AgentCodec;
import io.agentsync.journal.JournalStore.Session;
import io.agentsync.model.Moment;
import io.agentsync.model.TimeSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The beats of the agents that a session holds: noted in its cells, all together, at most
 * once a second. Those that wait, or were told to, beat by themselves.
 */
final class Beats {

  private static final long EVERY = Judgement.BEAT.toNanos();
  private static final long PACE = Duration.ofSeconds(1).toNanos();
  private static final long TRUST = Duration.ofMinutes(1).toNanos();

  private final Session session;
  private final TimeSource time;
  private final Runnable wake;
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock writing = new ReentrantLock();
  private final Map<String, AgentPresence> agents = new HashMap<>();
  private boolean anythingDirty;
  private long lastRound;

  /**
   * Nothing to beat yet.
   *
   * @param wake called when there is something to note that was not there before
   */
  Beats(Session session, TimeSource time, Runnable wake) {
    this.session = session;
    this.time = time;
    this.wake = wake;
    this.lastRound = time.now().nanos() - PACE;
  }

  void hold(String agent, Registration registration) {
    change(agent, presence -> presence.hold(registration, time.now().nanos() + TRUST));
  }

  /** Lets go of an agent; returns by which registration it was held. */
  Optional<Registration> letGo(String agent) {
    lock.lock();
    try {
      AgentPresence presence = agents.get(agent);
      Optional<Registration> held = presence == null ? Optional.empty() : presence.held();
      if (presence != null) {
        presence.letGo();
        forgetIfIdle(agent, presence);
      }
      return held;
    } finally {
      lock.unlock();
    }
  }

  Optional<Registration> held(String agent) {
    lock.lock();
    try {
      return Optional.ofNullable(agents.get(agent)).flatMap(AgentPresence::held);
    } finally {
      lock.unlock();
    }
  }

  boolean holdsAny() {
    return !heldAgents().isEmpty();
  }

  /** The agents that are held. */
  Set<String> heldAgents() {
    lock.lock();
    try {
      return agents.entrySet().stream()
          .filter(agent -> agent.getValue().held().isPresent())
          .map(Map.Entry::getKey)
          .collect(Collectors.toUnmodifiableSet());
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes a beat for an agent, if this session holds it.
   *
   * @param stillHeld asked now and then, and when somebody has said that it may be otherwise
   */
  boolean beat(String agent, BooleanSupplier stillHeld) {
    if (held(agent).isEmpty()) {
      return false;
    }
    if (inDoubt(agent)) {
      if (!stillHeld.getAsBoolean()) {
        return false;
      }
      change(agent, presence -> presence.believe(time.now().nanos() + TRUST));
    }
    change(agent, presence -> presence.beat(time.now()));
    return true;
  }

  void beatByItself(String agent) {
    change(agent, AgentPresence::beatByItself);
  }

  void beatWhenTold(String agent) {
    change(agent, AgentPresence::beatWhenTold);
  }

  void waitAt(Object call, String agent, String point) {
    change(agent, presence -> presence.waitAt(call, point, time.now()));
  }

  void goOn(Object call, String agent) {
    change(agent, presence -> presence.goOn(call, time.now()));
  }

  void doubt(String agent) {
    lock.lock();
    try {
      Optional.ofNullable(agents.get(agent)).ifPresent(AgentPresence::doubt);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Notes what there is to note, unless it has just done that.
   *
   * @return how long to the next time; empty if there is nothing to beat
   * @throws io.agentsync.model.StoreException if it cannot be noted; it is tried again next time
   */
  Optional<Duration> round() {
    Moment now = time.now();
    Optional<Duration> early = untilNext(now);
    if (early.isEmpty() || !early.get().isZero()) {
      return early;
    }
    note(now);
    return untilNext(now);
  }

  /** Notes what there is to note, whenever it has last done that. */
  void flush() {
    note(time.now());
  }

  private void note(Moment now) {
    writing.lock();
    try {
      SortedMap<Integer, byte[]> cells = cells(now);
      if (!cells.isEmpty()) {
        session.note(cells);
      }
    } catch (RuntimeException e) {
      doubtNoted();
      throw e;
    } finally {
      writing.unlock();
    }
  }

  private SortedMap<Integer, byte[]> cells(Moment now) {
    SortedMap<Integer, byte[]> cells = new TreeMap<>();
    lock.lock();
    try {
      lastRound = now.nanos();
      anythingDirty = false;
      boolean anyoneDue = nextDue().filter(due -> due - now.nanos() <= 0).isPresent();
      for (AgentPresence presence : agents.values()) {
        // Who beats by itself does so with all the others, so that the process wakes once for all.
        if (anyoneDue && presence.due(EVERY).isPresent()) {
          presence.beat(now);
        }
        if (presence.dirty()) {
          presence
              .slot()
              .ifPresent(
                  slot ->
                      cells.put(
                          slot, AgentCodec.encode(presence.noted(now), Session.LONGEST_NOTE)));
        }
      }
    } finally {
      lock.unlock();
    }
    return cells;
  }

  /** Nobody knows how much of it was noted. */
  private void doubtNoted() {
    lock.lock();
    try {
      Moment now = time.now();
      agents.values().stream()
          .filter(presence -> presence.held().isPresent())
          .forEach(AgentPresence::noteAgain);
      lastRound = now.nanos();
      anythingDirty = true;
    } finally {
      lock.unlock();
    }
  }

  private Optional<Duration> untilNext(Moment now) {
    lock.lock();
    try {
      long paced = lastRound + PACE;
      Optional<Long> next = anythingDirty ? Optional.of(paced) : nextDue();
      return next.map(at -> Duration.ofNanos(Math.max(0, Math.max(at, paced) - now.nanos())));
    } finally {
      lock.unlock();
    }
  }

  private Optional<Long> nextDue() {
    Optional<Long> next = Optional.empty();
    for (AgentPresence presence : agents.values()) {
      Optional<Long> due = presence.due(EVERY);
      if (due.isPresent() && (next.isEmpty() || due.get() - next.get() < 0)) {
        next = due;
      }
    }
    return next;
  }

  private boolean inDoubt(String agent) {
    lock.lock();
    try {
      AgentPresence presence = agents.get(agent);
      return presence == null || presence.inDoubt(time.now().nanos());
    } finally {
      lock.unlock();
    }
  }

  private void change(String agent, Consumer<AgentPresence> how) {
    boolean news;
    lock.lock();
    try {
      AgentPresence presence = agents.computeIfAbsent(agent, AgentPresence::new);
      boolean quiet = presence.due(EVERY).isEmpty();
      how.accept(presence);
      boolean freshDirt = presence.dirty() && !anythingDirty;
      anythingDirty |= presence.dirty();
      news = freshDirt || (quiet && presence.due(EVERY).isPresent());
      forgetIfIdle(agent, presence);
    } finally {
      lock.unlock();
    }
    if (news) {
      wake.run();
    }
  }

  private void forgetIfIdle(String agent, AgentPresence presence) {
    if (presence.idle()) {
      agents.remove(agent);
    }
  }
}
