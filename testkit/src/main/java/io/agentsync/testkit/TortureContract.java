package io.agentsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.AgentSynchronizer;
import io.agentsync.journal.Engines;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.CleanupOptions;
import io.agentsync.model.Durability;
import io.agentsync.model.UnknownSyncPointException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Agents in processes that are killed at any moment meet all or not at all. Short in every build,
 * and ten minutes long where the system property {@code agentsync.torture} is {@code full}.
 */
public interface TortureContract {

  /** Where the store of the present test is, as {@link Engines#open} takes it. */
  String location();

  /** What the store shall promise. */
  default Durability durability() {
    return Durability.PROCESS;
  }

  /**
   * Eight processes at one sync point; one after the other is killed and begun anew, while an
   * operator forces, aborts and cleans up.
   */
  @Test
  default void sp09_whoeverIsKilled_theOthersAreToldTheSame(@TempDir Path logs) throws Exception {
    boolean full = "full".equals(System.getProperty("agentsync.torture"));
    long seed = System.nanoTime();
    Random random = new Random(seed);
    long end = System.nanoTime() + Duration.ofSeconds(full ? 600 : 15).toNanos();
    try (JournalStore store = Engines.open(location(), durability());
        AgentSynchronizer operator = AgentSynchronizer.open(location());
        TortureCrew crew = new TortureCrew(location(), logs, 8)) {
      store.create(Records.POINT).close();
      crew.begin();
      for (int i = 0; System.nanoTime() - end < 0; i++) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100 + random.nextInt(700)));
        crew.replace(random.nextInt(crew.size()));
        intervene(operator, i);
      }
      crew.leave();

      List<Participation> calls = crew.calls();
      assertThat(HistoryChecker.violations(store, Records.POINT, calls))
          .as("seed %d", seed)
          .isEmpty();
      assertThat(calls)
          .anyMatch(call -> call.told().filter(told -> told.outcome().success()).isPresent());
    }
  }

  private static void intervene(AgentSynchronizer operator, int step) {
    try {
      switch (step % 5) {
        case 1 -> operator.forceCompleteSync(Records.POINT.id(), "torture");
        case 3 -> operator.abortSync(Records.POINT.id(), "torture");
        default -> operator.cleanup(CleanupOptions.COMPLETED);
      }
    } catch (UnknownSyncPointException e) {
      // It has just been cleaned up, and nobody has come since.
      assertThat(e).hasMessageContaining(Records.POINT.id());
    }
  }
}
