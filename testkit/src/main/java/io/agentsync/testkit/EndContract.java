package io.agentsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Life;
import io.agentsync.journal.JournalStore.Session;
import io.agentsync.journal.JournalStore.SessionTrace;
import io.agentsync.model.Moment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A session that ends in good order leaves word of it, if it shall; closed, it leaves nothing. */
public interface EndContract extends StoreOpener {

  /** One that was ended is DEAD to everybody by its word, until it is forgotten. */
  @Test
  default void end_leavesWordOfIt() {
    ManualTime time = new ManualTime();
    Moment began = time.now();
    try (JournalStore store = open();
        JournalStore other = open()) {
      Session session = store.openSession(began);
      time.advance(Duration.ofMinutes(3));
      session.end(time.now());

      assertThat(store.probe(session.id())).isEqualTo(Life.DEAD);
      assertThat(other.probe(session.id())).isEqualTo(Life.DEAD);
      assertThat(other.sessions())
          .singleElement()
          .satisfies(
              trace -> {
                assertThat(trace.id()).isEqualTo(session.id());
                assertThat(trace.life()).isEqualTo(Life.DEAD);
                assertThat(trace.began()).hasValue(began);
                assertThat(trace.ended()).hasValue(time.now());
              });
      other.forgetSession(session.id());
      assertThat(store.probe(session.id())).isEqualTo(Life.UNKNOWN);
      assertThat(store.sessions()).isEmpty();
    }
  }

  /** Whose session it is can be read while it lives and after its end; the living have no end. */
  @Test
  default void session_namesItsHolder() {
    ManualTime time = new ManualTime();
    try (JournalStore store = open()) {
      Session session = store.openSession(time.now());
      for (Life life : List.of(Life.ALIVE, Life.DEAD)) {
        SessionTrace trace = store.sessions().get(0);
        assertThat(trace.life()).isEqualTo(life);
        assertThat(trace.ended().isPresent()).isEqualTo(life == Life.DEAD);
        assertThat(trace.holder())
            .hasValueSatisfying(
                holder -> {
                  assertThat(holder.pid()).isEqualTo(ProcessHandle.current().pid());
                  assertThat(holder.host()).isNotBlank().doesNotContain("\n");
                });
        session.end(time.now());
      }
    }
  }

  /** Ending or closing what has ended changes nothing: the first of them counts. */
  @Test
  default void end_andClose_theFirstCounts() {
    ManualTime time = new ManualTime();
    try (JournalStore store = open()) {
      Session ended = store.openSession(time.now());
      Moment end = time.now();
      ended.end(end);
      time.advance(Duration.ofMinutes(1));
      ended.end(time.now());
      ended.close();
      assertThat(store.sessions())
          .singleElement()
          .satisfies(trace -> assertThat(trace.ended()).hasValue(end));

      Session closed = store.openSession(time.now());
      closed.close();
      closed.end(time.now());
      closed.close();
      assertThat(store.probe(closed.id())).isEqualTo(Life.UNKNOWN);
      assertThat(store.sessions()).extracting(SessionTrace::id).containsExactly(ended.id());
    }
  }

  /** Ending one leaves the others of the same process alive. */
  @Test
  default void end_leavesOthersAlive() {
    ManualTime time = new ManualTime();
    try (JournalStore store = open();
        Session kept = store.openSession(time.now())) {
      Session ended = store.openSession(time.now());
      ended.end(time.now());
      store.forgetSession(ended.id());

      assertThat(store.probe(kept.id())).isEqualTo(Life.ALIVE);
    }
  }

  /** Whoever looks while sessions end finds each alive, or dead by its word, or no more. */
  @Test
  default void end_mayBeLookedAt() throws Exception {
    ManualTime time = new ManualTime();
    try (JournalStore store = open()) {
      Crowd.of(
          3,
          member ->
              () -> {
                for (int i = 0; i < 40; i++) {
                  if (member == 0) {
                    Session session = store.openSession(time.now());
                    session.end(time.now());
                    store.forgetSession(session.id());
                  } else {
                    assertThat(store.sessions())
                        .allMatch(trace -> trace.ended().isEmpty() || trace.life() == Life.DEAD);
                  }
                }
                return true;
              });
      assertThat(store.sessions()).isEmpty();
    }
  }
}
