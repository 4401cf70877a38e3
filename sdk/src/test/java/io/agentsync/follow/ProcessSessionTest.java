package io.agentsync.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.journal.Engines;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.Durability;
import io.agentsync.model.SyncOptions;
import io.agentsync.model.SyncOutcome;
import io.agentsync.syncpoint.CompletionRule;
import io.agentsync.syncpoint.Spec;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of a process's life in a store. */
@Timeout(20)
class ProcessSessionTest {

  @Test
  void sp06_whoComesWhileItIsBeingClosedIsWithdrawn_andToldSo() throws Exception {
    HandTime time = new HandTime("here");
    Spec both = new Spec(Set.of("a", "b"), CompletionRule.ALL, Party.TIMEOUT);
    try (JournalStore store = Engines.open("memory://" + UUID.randomUUID(), Durability.PROCESS)) {
      ProcessSession session = new ProcessSession(store, time, time.now());
      session.close();

      SyncFuture late =
          session.attend(this, Party.POINT, "a", Optional.of(both), SyncOptions.none());
      assertThat(late.get(10, TimeUnit.SECONDS).outcome()).isEqualTo(SyncOutcome.WITHDRAWN);
    }
  }
}
