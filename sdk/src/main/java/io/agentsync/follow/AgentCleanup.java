package io.agentsync.follow;

import io.agentsync.agent.Agent;
import io.agentsync.agent.AgentRecord;
import io.agentsync.agent.Deregister;
import io.agentsync.agent.Pulse;
import io.agentsync.agent.Registration;
import io.agentsync.agent.SessionLife;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Exclusive;
import io.agentsync.model.CleanupReport.Item;
import io.agentsync.model.CleanupReport.Kind;
import io.agentsync.model.Moment;
import io.agentsync.model.Problem;
import io.agentsync.model.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Removes the agents that have not been heard of for long and that nobody can still be: one
 * whose session is not known to be dead is left alone, however old it is.
 */
public final class AgentCleanup {

  private final JournalStore store;
  private final Supplier<AgentRoll> roll;
  private final Optional<Duration> maxAge;
  private final boolean dryRun;
  private final Moment now;
  private final List<Item> removed = new ArrayList<>();
  private final List<Item> skipped = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> sessionsInUse = new HashSet<>();
  private boolean unread;

  /**
   * A cleanup that has yet to be run.
   *
   * @param roll where to get this process's way to change agents, should one have to go
   * @param maxAge how long ago an agent must have been heard of to go; empty if none shall go
   */
  public AgentCleanup(
      JournalStore store,
      Supplier<AgentRoll> roll,
      Optional<Duration> maxAge,
      boolean dryRun,
      Moment now) {
    this.store = store;
    this.roll = roll;
    this.maxAge = maxAge;
    this.dryRun = dryRun;
    this.now = now;
  }

  /**
   * Runs it, at a time when no other cleanup runs in any process.
   *
   * @return how many agents it has removed
   * @throws io.agentsync.model.StoreBusyException if another one is running
   */
  public int run() {
    try (Exclusive lock = store.exclusive(Cleanup.LOCK, Duration.ZERO)) {
      clean();
    }
    return removed.size();
  }

  void clean() {
    JournalReader<AgentRecord, Agent> reader = new JournalReader<>(AgentJournals.KIND, store);
    for (JournalName name : AgentJournals.all(store)) {
      try {
        reader.read(name).ifPresent(reading -> clean(name, reading));
      } catch (StoreException e) {
        unread = true;
        problems.add(new Problem(e.place(), e.reason()));
      }
    }
  }

  private void clean(JournalName name, JournalReader.Reading<Agent> reading) {
    problems.addAll(reading.problems());
    boolean kept = true;
    if (wanted(name, reading.fold())) {
      if (dryRun || roll.get().remove(name, agent -> wanted(name, agent))) {
        kept = false;
        removed.add(new Item(Kind.AGENT, name.id(), reason(reading.fold())));
      } else {
        skipped.add(new Item(Kind.AGENT, name.id(), "is in use again"));
      }
    }
    if (kept) {
      reading.fold().standing().flatMap(Registration::session).ifPresent(sessionsInUse::add);
    }
  }

  private boolean wanted(JournalName name, Agent agent) {
    Registration newest = agent.newest().orElse(null);
    if (newest == null || maxAge.isEmpty()) {
      return false;
    }
    if (agent.deregistered().isPresent()) {
      return old(agent.deregistered().get().at());
    }
    Pulse pulse = new Pulses(store).of(name.id(), newest);
    return pulse.life().map(life -> life == SessionLife.DEAD).orElse(true)
        && old(pulse.heard(newest));
  }

  private boolean old(Moment heard) {
    return maxAge.filter(age -> heard.shownUntil(now).compareTo(age) >= 0).isPresent();
  }

  private String reason(Agent agent) {
    String heard =
        "last heard of at "
            + agent.deregistered().map(Deregister::at).orElseGet(() -> heardOf(agent)).wall();
    return agent.deregistered().isPresent()
        ? "was deregistered; " + heard
        : agent.newest().flatMap(Registration::session).isPresent()
            ? "its process is gone; " + heard
            : "no process holds it; " + heard;
  }

  private Moment heardOf(Agent agent) {
    return agent.newest().map(Registration::heard).orElse(now);
  }

  List<Item> removed() {
    return removed;
  }

  List<Item> skipped() {
    return skipped;
  }

  List<Problem> problems() {
    return problems;
  }

  /** The sessions that are still named by the registrations that were left. */
  Set<String> sessionsInUse() {
    return sessionsInUse;
  }

  /** Whether there are agents of which nobody knows what sessions they name. */
  boolean unread() {
    return unread;
  }
}
