package io.agentsync.follow;

import io.agentsync.agent.Profile;
import io.agentsync.agent.Registration;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Session;
import io.agentsync.model.TimeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One process at the registry: the real roll with a session of its own, without its watcher. */
final class Desk implements AutoCloseable {

  private static final Profile PROFILE = new Profile("role", Set.of("x"), Map.of());

  final Session session;
  final AgentRoll roll;
  final List<String> rung = new ArrayList<>();
  private final TimeSource time;

  Desk(JournalStore store, TimeSource time) {
    this.time = time;
    this.session = store.openSession(time.now());
    AgentRoll.Bells bells =
        new AgentRoll.Bells() {
          @Override
          public void listen() {
            // Tests tell by hand what is heard.
          }

          @Override
          public void ring(Set<String> sessions, JournalName agent) {
            rung.addAll(sessions);
          }
        };
    this.roll = new AgentRoll(store, session, time, new OpIds(), bells);
  }

  Registration register(String agent) {
    return roll.register(agent, PROFILE);
  }

  Registration registerUnattended(String agent) {
    return roll.registerUnattended(agent, PROFILE);
  }

  /** As the end of the process does it. */
  @Override
  public void close() {
    if (roll.stop()) {
      session.end(time.now());
    } else {
      session.close();
    }
  }
}
