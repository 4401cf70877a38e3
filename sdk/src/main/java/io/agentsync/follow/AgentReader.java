package io.agentsync.follow;

import io.agentsync.agent.Agent;
import io.agentsync.agent.AgentRecord;
import io.agentsync.agent.Deregister;
import io.agentsync.agent.Registration;
import io.agentsync.agent.Removed;
import io.agentsync.agent.Reports;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.AgentInfo;
import io.agentsync.model.Moment;
import io.agentsync.model.Problem;
import io.agentsync.model.RegistrySurvey;
import io.agentsync.model.StoreException;
import io.agentsync.model.TimeSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the registry without taking part: it writes nothing and repairs nothing. */
public final class AgentReader {

  private final JournalStore store;
  private final TimeSource time;
  private final JournalReader<AgentRecord, Agent> reader;

  /** A reader of one store. */
  public AgentReader(JournalStore store, TimeSource time) {
    this.store = store;
    this.time = time;
    this.reader = new JournalReader<>(AgentJournals.KIND, store);
  }

  /**
   * What is known of an agent.
   *
   * @return empty if it is not registered
   * @throws StoreException if it cannot be read, or all that is left of it is damaged
   */
  public Optional<AgentInfo> info(String agent) {
    Optional<JournalReader.Reading<Agent>> reading = reader.read(AgentJournals.of(agent));
    if (reading.isPresent() && reading.get().fold().newest().isEmpty()) {
      for (Problem problem : reading.get().problems()) {
        throw new StoreException(problem.path(), problem.reason(), null);
      }
    }
    return reading
        .flatMap(read -> read.fold().standing())
        .map(standing -> info(agent, standing, new Pulses(store)));
  }

  /**
   * When the last registration of an agent ended: it was deregistered, or cleaned away.
   *
   * @return empty if it is registered, or if nothing is known of it
   * @throws StoreException if it cannot be read
   */
  public Optional<Instant> departed(String agent) {
    List<Agent> folds = new ArrayList<>();
    reader
        .readAll(AgentJournals.of(agent), past -> folds.add(past.fold()))
        .ifPresent(present -> folds.add(present.fold()));
    Optional<Instant> departed = Optional.empty();
    for (Agent fold : folds) {
      Optional<Moment> closed = fold.removed().map(Removed::at);
      Optional<Moment> end = fold.deregistered().map(Deregister::at).or(() -> closed);
      if (fold.newest().isPresent()) {
        departed = end.map(Moment::wall);
      }
    }
    return departed;
  }

  /** All agents that are registered, by id, and what could not be read. */
  public RegistrySurvey survey() {
    List<Problem> problems = new ArrayList<>();
    Map<String, Registration> standing = new TreeMap<>();
    for (JournalName name : AgentJournals.all(store)) {
      try {
        reader
            .read(name)
            .ifPresent(
                reading -> {
                  reading.fold().standing().ifPresent(held -> standing.put(name.id(), held));
                  problems.addAll(reading.problems());
                });
      } catch (StoreException e) {
        problems.add(new Problem(e.place(), e.reason()));
      }
    }
    Pulses pulses = new Pulses(store);
    List<AgentInfo> agents = new ArrayList<>();
    standing.forEach((agent, held) -> agents.add(info(agent, held, pulses)));
    return new RegistrySurvey(agents, problems);
  }

  private AgentInfo info(String agent, Registration standing, Pulses pulses) {
    return Reports.info(agent, standing, pulses.of(agent, standing), time.now());
  }
}
