package io.agentsync.follow;

import io.agentsync.agent.CellBeat;
import io.agentsync.agent.Pulse;
import io.agentsync.agent.Registration;
import io.agentsync.agent.SessionLife;
import io.agentsync.codec.AgentCodec;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Life;
import io.agentsync.journal.JournalStore.SessionTrace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One look at the sessions that hold agents: each is asked once, however many agents it holds. To
 * be taken after the agents' journals have been read.
 */
final class Pulses {

  private final JournalStore store;
  private final Map<String, SessionLife> lives = new HashMap<>();
  private final Map<String, List<byte[]>> notes = new HashMap<>();
  private @Nullable Map<String, SessionTrace> traces;

  Pulses(JournalStore store) {
    this.store = store;
  }

  /** What is found beside the registration of an agent. */
  Pulse of(String agent, Registration registration) {
    return registration
        .session()
        .map(
            session ->
                new Pulse(
                    Optional.of(lives.computeIfAbsent(session, id -> words(store.probe(id)))),
                    process(session),
                    beat(agent, registration, session)))
        .orElse(Pulse.NO_SESSION);
  }

  private Optional<CellBeat> beat(String agent, Registration registration, String session) {
    List<byte[]> cells = notes.computeIfAbsent(session, store::notes);
    return registration
        .slot()
        .filter(slot -> slot < cells.size())
        .flatMap(slot -> AgentCodec.decode(cells.get(slot), registration.heard().domain()))
        .filter(beat -> beat.agent().equals(agent));
  }

  private Optional<String> process(String session) {
    Map<String, SessionTrace> known = traces;
    if (known == null) {
      known =
          store.sessions().stream()
              .collect(Collectors.toMap(SessionTrace::id, Function.identity()));
      traces = known;
    }
    return Optional.ofNullable(known.get(session))
        .flatMap(SessionTrace::holder)
        .map(holder -> "pid %d on %s".formatted(holder.pid(), holder.host()));
  }

  private static SessionLife words(Life life) {
    return switch (life) {
      case ALIVE -> SessionLife.ALIVE;
      case DEAD -> SessionLife.DEAD;
      case UNKNOWN -> SessionLife.UNKNOWN;
    };
  }
}
