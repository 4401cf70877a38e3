package io.agentsync.follow;

import io.agentsync.agent.Agent;
import io.agentsync.agent.AgentRecord;
import io.agentsync.agent.Judgement;
import io.agentsync.agent.Pulse;
import io.agentsync.agent.Registration;
import io.agentsync.agent.SessionLife;
import io.agentsync.agent.Vital;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.Liveness;
import io.agentsync.model.Moment;
import io.agentsync.model.TimeSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What the registry knows of the life of agents, and what this process has itself seen of it while
 * it was asked (SP-13).
 */
public final class RegistryVitals implements Vitals {

  private final JournalStore store;
  private final TimeSource time;
  private final JournalReader<AgentRecord, Agent> reader;
  private final Map<String, Sight> sights = new ConcurrentHashMap<>();

  /** The vitals of the agents of one store. */
  public RegistryVitals(JournalStore store, TimeSource time) {
    this.store = store;
    this.time = time;
    this.reader = new JournalReader<>(AgentJournals.KIND, store);
  }

  /**
   * What this process has seen of one registration.
   *
   * @param registration which
   * @param alive when its session was last seen alive
   * @param gone since when it is known to be gone
   */
  private record Sight(String registration, Optional<Moment> alive, Optional<Moment> gone) {
    Sight alive(Moment now) {
      return new Sight(registration, Optional.of(now), gone);
    }

    Sight gone(Moment now) {
      return new Sight(registration, alive, gone.or(() -> Optional.of(now)));
    }
  }

  @Override
  public Vital of(String agent, Moment since) {
    Agent fold =
        reader.read(AgentJournals.of(agent)).map(JournalReader.Reading::fold).orElseGet(Agent::new);
    Registration newest = fold.newest().orElse(null);
    if (newest == null) {
      sights.remove(agent);
      return Vital.UNREGISTERED;
    }
    Moment now = time.now();
    if (fold.deregistered().isPresent()) {
      Sight sight = see(agent, newest, seen -> seen.gone(now));
      boolean lived =
          livedAfter(since, newest, newest.heard(), sight)
              || after(since, fold.deregistered().get().at());
      return Vital.gone(sight.gone().orElse(now), lived, "was deregistered");
    }
    Pulse pulse = new Pulses(store).of(agent, newest);
    Judgement judgement = Judgement.of(newest, pulse, now);
    boolean dead = judgement.liveness() == Liveness.DEAD;
    boolean proven = pulse.life().filter(life -> life == SessionLife.ALIVE).isPresent();
    Sight sight =
        see(agent, newest, seen -> dead ? seen.gone(now) : proven ? seen.alive(now) : seen);
    boolean lived = livedAfter(since, newest, pulse.heard(newest), sight);
    return dead
        ? Vital.gone(sight.gone().orElse(now), lived, judgement.evidence())
        : Vital.alive(lived, judgement.evidence());
  }

  private Sight see(String agent, Registration newest, UnaryOperator<Sight> what) {
    return sights.compute(
        agent,
        (id, known) ->
            what.apply(
                known != null && known.registration().equals(newest.op())
                    ? known
                    : new Sight(newest.op(), Optional.empty(), Optional.empty())));
  }

  private static boolean livedAfter(Moment since, Registration newest, Moment heard, Sight sight) {
    return Stream.concat(Stream.of(newest.since(), heard), sight.alive().stream())
        .anyMatch(moment -> after(since, moment));
  }

  private static boolean after(Moment since, Moment moment) {
    return since.until(moment).map(gap -> !gap.isNegative()).orElse(false);
  }
}
