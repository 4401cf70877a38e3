package io.agentsync.follow;

import io.agentsync.agent.Change;
import io.agentsync.agent.Profile;
import io.agentsync.agent.Registering;
import io.agentsync.agent.Registering.Holder;
import io.agentsync.agent.Registration;
import io.agentsync.agent.Telling;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.AgentStatus;
import io.agentsync.model.TimeSource;
import java.util.Optional;

/** The registered agents of a store, as one process's session changes them. */
public final class AgentRoll {

  private static final long LONGEST_JOURNAL = 256L * 1024;

  private final JournalStore store;
  private final String session;
  private final TimeSource time;
  private final OpIds ops;
  private final Slots slots = new Slots();

  AgentRoll(JournalStore store, String session, TimeSource time, OpIds ops) {
    this.store = store;
    this.session = session;
    this.time = time;
    this.ops = ops;
  }

  /**
   * Registers an agent as held by this session; if it is that already, anew.
   *
   * @throws io.agentsync.model.AgentConflictException if another one holds it that is not known to
   *     be gone
   */
  public Registration register(String agent, Profile profile) {
    int slot = slots.take();
    return carry(agent, Registering.of(agent, store.location(), holder(slot), profile));
  }

  /** As {@link #register}, but no process shall hold it: whoever has a shell speaks for it. */
  public Registration registerUnattended(String agent, Profile profile) {
    return carry(agent, Registering.of(agent, store.location(), Optional.empty(), profile));
  }

  /** Says how an agent is, and what it does; returns whether it is registered. */
  public boolean say(String agent, AgentStatus status, Optional<String> action) {
    return carry(agent, Telling.status(status, action)).isPresent();
  }

  /** Says that an agent is there; returns whether it is registered. */
  public boolean beat(String agent) {
    return carry(agent, Telling.beat()).isPresent();
  }

  /** Ends an agent's registration, whoever holds it; returns whether there was one. */
  public boolean deregister(String agent) {
    return carry(agent, Telling.deregister()).isPresent();
  }

  private Optional<Holder> holder(int slot) {
    return Optional.of(new Holder(session, slot));
  }

  private <T> T carry(String agent, Change<T> change) {
    return new AgentCarrier(store, AgentJournals.of(agent), time, ops, LONGEST_JOURNAL)
        .carry(change);
  }
}
