package io.agentsync.follow;

import io.agentsync.agent.Agent;
import io.agentsync.agent.AgentRecord;
import io.agentsync.agent.Change;
import io.agentsync.agent.Profile;
import io.agentsync.agent.Registering;
import io.agentsync.agent.Registering.Holder;
import io.agentsync.agent.Registration;
import io.agentsync.agent.Telling;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Session;
import io.agentsync.model.AgentConflictException;
import io.agentsync.model.AgentStatus;
import io.agentsync.model.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The registered agents of a store, as one process's session changes them. */
public final class AgentRoll {

  private static final Logger LOG = LoggerFactory.getLogger(AgentRoll.class);

  private static final long LONGEST_JOURNAL = 256L * 1024;

  private static final Duration REMOVAL_PATIENCE = Duration.ofSeconds(5);

  private final JournalStore store;
  private final Session session;
  private final TimeSource time;
  private final OpIds ops;
  private final JournalReader<AgentRecord, Agent> reader;
  private final Bells bells;
  private final Slots slots = new Slots();
  private final Beats beats;
  private final BeatThread thread;
  private final ReentrantLock moving = new ReentrantLock();
  private volatile String heldBy;

  /** What the session's bell does for agents. */
  interface Bells {
    /** Makes sure that changes of agents are heard. */
    void listen();

    /** Rings at the session that holds an agent. */
    void ring(Set<String> session, JournalName agent);
  }

  AgentRoll(JournalStore store, Session session, TimeSource time, OpIds ops, Bells bells) {
    this.store = store;
    this.session = session;
    this.heldBy = session.id();
    this.time = time;
    this.ops = ops;
    this.bells = bells;
    this.reader = new JournalReader<>(AgentJournals.KIND, store);
    this.thread = new BeatThread(this::beatRound);
    this.beats = new Beats(session, time, thread::wake);
  }

  /**
   * Registers an agent as held by this session; if it is that already, anew.
   *
   * @throws io.agentsync.model.AgentConflictException if another one holds it that is not known to
   *     be gone
   */
  public Registration register(String agent, Profile profile) {
    moveToPresentSession();
    int slot = slots.take();
    boolean used = false;
    try {
      Holder holder = new Holder(session.id(), slot);
      Registration made =
          carry(agent, Registering.of(agent, store.location(), Optional.of(holder), profile));
      used = made.slot().filter(taken -> taken == slot).isPresent();
      bells.listen();
      beats.hold(agent, made);
      return made;
    } finally {
      if (!used) {
        slots.free(slot);
      }
    }
  }

  /** As {@link #register}, but no process shall hold it: whoever has a shell speaks for it. */
  public Registration registerUnattended(String agent, Profile profile) {
    return carry(agent, Registering.of(agent, store.location(), Optional.empty(), profile));
  }

  /** Says how an agent is, and what it does; returns whether it is registered. */
  public boolean say(String agent, AgentStatus status, Optional<String> action) {
    moveToPresentSession();
    Optional<Registration> about = carry(agent, Telling.status(status, action));
    if (about.filter(this::isMine).isPresent()) {
      beats.beat(agent, () -> true);
    }
    return about.isPresent();
  }

  /** Says that an agent is there, if this session holds it; returns whether it does. */
  public boolean beatHeld(String agent) {
    moveToPresentSession();
    return beats.beat(agent, () -> stillHeld(agent));
  }

  /** Says that an agent is there, whoever holds it; returns whether it is registered. */
  public boolean beat(String agent) {
    return beatHeld(agent) || carry(agent, Telling.beat()).isPresent();
  }

  /** Lets an agent that this session holds beat by itself from now on. */
  public void beatByItself(String agent) {
    beats.beatByItself(agent);
  }

  /** Takes {@link #beatByItself} back: from now on it beats when it is told to, or waits. */
  public void beatWhenTold(String agent) {
    beats.beatWhenTold(agent);
  }

  /** Ends an agent's registration, whoever holds it; returns whether there was one. */
  public boolean deregister(String agent) {
    moveToPresentSession();
    Optional<Registration> ended = carry(agent, Telling.deregister());
    if (ended.filter(this::isMine).isPresent()) {
      letGo(agent);
    } else {
      ended
          .flatMap(Registration::session)
          .ifPresent(other -> bells.ring(Set.of(other), AgentJournals.of(agent)));
    }
    return ended.isPresent();
  }

  /**
   * Takes an agent away if it is wanted.
   *
   * @return whether this call did
   */
  boolean remove(JournalName agent, Predicate<Agent> wanted) {
    return carrier(agent).remove(wanted, REMOVAL_PATIENCE);
  }

  /** What an agent waits for is a beat with a reason. */
  void waitAt(Object call, String agent, String point) {
    beats.waitAt(call, agent, point);
  }

  /** The wait is over. */
  void goOn(Object call, String agent) {
    beats.goOn(call, agent);
  }

  /** Something has changed in the journal of an agent. */
  void heard(JournalName journal) {
    if (journal.space().equals(AgentJournals.SPACE)) {
      beats.doubt(journal.id());
    }
  }

  /**
   * Stops beating, after what there was to note has been noted.
   *
   * @return whether this session still holds an agent
   */
  boolean stop() {
    thread.stop();
    beats.flush();
    return beats.holdsAny();
  }

  private Optional<Duration> beatRound() {
    moveToPresentSession();
    Optional<Duration> next = beats.round();
    // Only when something is noted does an engine find out that the session has expired.
    moveToPresentSession();
    return next;
  }

  /** Registers those anew whom a session holds in whose place another one has begun. */
  private void moveToPresentSession() {
    if (session.id().equals(heldBy)) {
      return;
    }
    moving.lock();
    try {
      String present = session.id();
      if (!present.equals(heldBy)) {
        beats.heldAgents().forEach(agent -> move(agent, present));
        heldBy = present;
      }
    } finally {
      moving.unlock();
    }
  }

  private void move(String agent, String present) {
    Registration held =
        reader
            .read(AgentJournals.of(agent))
            .flatMap(reading -> reading.fold().standing())
            .filter(standing -> holds(heldBy, standing) || holds(present, standing))
            .orElse(null);
    if (held == null) {
      letGo(agent);
      return;
    }
    try {
      Optional<Holder> holder = held.slot().map(slot -> new Holder(present, slot));
      beats.hold(
          agent, carry(agent, Registering.of(agent, store.location(), holder, held.profile())));
      carry(agent, Telling.status(held.status(), held.action()));
    } catch (AgentConflictException e) {
      LOG.warn("{} was registered by somebody else after the session expired", agent, e);
      letGo(agent);
    }
  }

  private boolean stillHeld(String agent) {
    boolean stands =
        reader
            .read(AgentJournals.of(agent))
            .flatMap(reading -> reading.fold().standing())
            .filter(this::isMine)
            .isPresent();
    if (!stands) {
      letGo(agent);
    }
    return stands;
  }

  private void letGo(String agent) {
    beats.letGo(agent).flatMap(Registration::slot).ifPresent(slots::free);
  }

  private boolean isMine(Registration registration) {
    return holds(session.id(), registration);
  }

  private static boolean holds(String session, Registration registration) {
    return registration.session().filter(session::equals).isPresent();
  }

  private <T> T carry(String agent, Change<T> change) {
    return carrier(AgentJournals.of(agent)).carry(change);
  }

  private AgentCarrier carrier(JournalName agent) {
    return new AgentCarrier(store, agent, time, ops, LONGEST_JOURNAL);
  }
}
