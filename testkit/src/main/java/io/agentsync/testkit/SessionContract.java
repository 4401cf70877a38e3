package io.agentsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Life;
import io.agentsync.journal.JournalStore.Session;
import io.agentsync.journal.JournalStore.SessionTrace;
import io.agentsync.model.Moment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A session is a token of life, and nothing is guessed about it. */
public interface SessionContract extends StoreOpener {

  /** It lives while it is open, for whoever asks, however often. */
  @Test
  default void session_aliveWhileOpen() {
    try (JournalStore store = open();
        JournalStore other = open();
        Session session = store.openSession(new ManualTime().now())) {
      for (int i = 0; i < 3; i++) {
        assertThat(store.probe(session.id())).isEqualTo(Life.ALIVE);
        assertThat(other.probe(session.id())).isEqualTo(Life.ALIVE);
      }
      assertThat(store.exists()).isTrue();
    }
  }

  /** Once closed it does not live; closing again does nothing. */
  @Test
  default void session_notAliveOnceClosed() {
    try (JournalStore store = open()) {
      Session session = store.openSession(new ManualTime().now());
      session.close();
      session.close();

      assertThat(store.probe(session.id())).isNotEqualTo(Life.ALIVE);
      assertThat(store.sessions()).extracting(SessionTrace::life).doesNotContain(Life.ALIVE);
    }
  }

  /** Closing one leaves the others of the same process alive. */
  @Test
  default void session_livesOnWhenAnotherIsClosed() {
    try (JournalStore store = open();
        Session kept = store.openSession(new ManualTime().now())) {
      store.openSession(new ManualTime().now()).close();

      assertThat(store.probe(kept.id())).isEqualTo(Life.ALIVE);
    }
  }

  /** Of what was never seen nothing is said, however odd its id. */
  @Test
  default void session_unknownWhenNeverSeen() {
    List<String> strange =
        List.of("1a2b3c", "", ".", "..", "../x", "/", "a/b", "x\n", "\0", "é", "x".repeat(5000));
    try (JournalStore store = open();
        Session session = store.openSession(new ManualTime().now())) {
      for (String id : strange) {
        assertThat(store.probe(id)).as(id).isEqualTo(Life.UNKNOWN);
        store.forgetSession(id);
      }
      assertThat(store.probe(session.id())).isEqualTo(Life.ALIVE);
    }
  }

  /** No two have the same id, and ids are letters, digits and "-". */
  @Test
  default void session_idsAreUnique() throws Exception {
    Set<String> ids = new HashSet<>();
    try (JournalStore store = open()) {
      Crowd.of(4, member -> () -> openSome(store, 20)).forEach(ids::addAll);
    }
    assertThat(ids).hasSize(80).allMatch(id -> id.matches("[A-Za-z0-9-]+"));
  }

  /** The living are found, with the moment at which they began. */
  @Test
  default void sessions_listsTheLivingWithTheirBeginning() {
    ManualTime time = new ManualTime();
    Moment began = time.now();
    try (JournalStore store = open();
        JournalStore other = open();
        Session session = store.openSession(began)) {
      assertThat(other.sessions())
          .singleElement()
          .satisfies(
              trace -> {
                assertThat(trace.id()).isEqualTo(session.id());
                assertThat(trace.life()).isEqualTo(Life.ALIVE);
                assertThat(trace.began()).hasValue(began);
              });
    }
  }

  /** The living cannot be forgotten. */
  @Test
  default void forgetSession_leavesTheLivingAlone() {
    try (JournalStore store = open();
        JournalStore other = open();
        Session session = store.openSession(new ManualTime().now())) {
      other.forgetSession(session.id());

      assertThat(other.probe(session.id())).isEqualTo(Life.ALIVE);
      assertThat(other.sessions()).hasSize(1);
    }
  }

  /** Whoever looks while sessions come and go finds each that it names alive or gone. */
  @Test
  default void session_mayComeAndGoWhileOthersLook() throws Exception {
    try (JournalStore store = open();
        Session kept = store.openSession(new ManualTime().now())) {
      Crowd.of(
          4,
          member -> () -> member < 2 ? openSome(store, 40).size() : lookAround(store, kept.id()));

      assertThat(store.probe(kept.id())).isEqualTo(Life.ALIVE);
    }
  }

  private static List<String> openSome(JournalStore store, int count) {
    List<Session> sessions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sessions.add(store.openSession(new ManualTime().now()));
    }
    sessions.forEach(
        session -> {
          assertThat(store.probe(session.id())).isEqualTo(Life.ALIVE);
          session.close();
        });
    return sessions.stream().map(Session::id).toList();
  }

  private static int lookAround(JournalStore store, String living) {
    for (int i = 0; i < 40; i++) {
      assertThat(store.sessions()).extracting(SessionTrace::life).doesNotContain(Life.DEAD);
      assertThat(store.probe(living)).isEqualTo(Life.ALIVE);
    }
    return 0;
  }
}
