package io.agentsync.testkit;

import static io.agentsync.testkit.Records.POINT;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.AgentSynchronizer;
import io.agentsync.journal.Engines;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.CleanupOptions;
import io.agentsync.model.Durability;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import io.agentsync.testkit.Participation.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A checker that finds nothing in a true history, and something in each that is not. */
class HistoryCheckerTest {

  private static final Set<String> AGENTS = Set.of("a", "b");

  private final String location = "memory://" + UUID.randomUUID();
  private final JournalStore store = Engines.open(location, Durability.PROCESS);
  private final List<Participation> calls = new ArrayList<>();

  /** Three meetings, a cleanup between the first two. */
  @BeforeEach
  void meet() {
    try (AgentSynchronizer synchronizer = AgentSynchronizer.open(location)) {
      for (int i = 0; i < 3; i++) {
        meet(synchronizer);
        if (i == 0) {
          assertThat(synchronizer.cleanup(CleanupOptions.COMPLETED).removed()).isNotEmpty();
        }
      }
    }
  }

  @Test
  void aTrueHistoryIsTrue() {
    assertThat(violations()).isEmpty();
  }

  @Test
  void aCallThatWasNeverToldMayHaveBeenForAny() {
    calls.set(5, new Participation("p", "b", calls.get(5).begunNanos(), Optional.empty()));
    assertThat(violations()).isEmpty();
  }

  @Test
  void anotherOutcomeOrSetIsFound() {
    assertFound(told -> new Told(told.atNanos(), 3, SyncOutcome.FORCED, AGENTS, Set.of()));
    assertFound(told -> new Told(told.atNanos(), 3, told.outcome(), Set.of("b"), Set.of()));
    assertFound(told -> new Told(told.atNanos(), 3, told.outcome(), AGENTS, Set.of("c")));
  }

  @Test
  void aGenerationThatNeverEndedIsFound() {
    assertFound(told -> new Told(told.atNanos(), 4, told.outcome(), AGENTS, Set.of()));
  }

  @Test
  void whoIsToldTwiceOrBackwardsIsFound() {
    assertFound(told -> new Told(told.atNanos(), 2, told.outcome(), AGENTS, Set.of()));
    assertFound(told -> new Told(told.atNanos(), 1, told.outcome(), AGENTS, Set.of()));
  }

  @Test
  void whoMissesASuccessIsFound() {
    calls.remove(3);
    calls.add(3, new Participation("other", "b", 0, Optional.empty()));
    assertThat(violations()).singleElement().asString().contains("never of 2");
  }

  @Test
  void whoPassesBeforeAnotherCalledIsFound() {
    Participation last = calls.get(5);
    calls.set(5, new Participation("p", "b", last.begunNanos() + 1_000_000_000_000L, last.told()));
    assertThat(violations()).singleElement().asString().contains("before b called");
  }

  @Test
  void numbersThatComeTwiceAreFound() {
    List<byte[]> first = new ArrayList<>();
    store.history(POINT, journal -> journal.read().forEach(entry -> first.add(entry.bytes())));
    try (AgentSynchronizer synchronizer = AgentSynchronizer.open(location)) {
      assertThat(synchronizer.cleanup(CleanupOptions.COMPLETED).removed()).isNotEmpty();
    }
    store.create(POINT).append(first);
    assertThat(violations()).contains("generation 1 follows 3");
  }

  private void assertFound(UnaryOperator<Told> lie) {
    Participation truth = calls.get(5);
    calls.set(5, truth.withTold(lie.apply(truth.told().orElseThrow())));
    assertThat(violations()).isNotEmpty();
    calls.set(5, truth);
    assertThat(violations()).isEmpty();
  }

  private List<String> violations() {
    return HistoryChecker.violations(store, POINT, calls);
  }

  private void meet(AgentSynchronizer synchronizer) {
    List<CompletableFuture<SyncResult>> results = new ArrayList<>();
    for (String agent : List.of("a", "b")) {
      calls.add(new Participation("p", agent, System.nanoTime(), Optional.empty()));
      results.add(synchronizer.joinOrCreateSyncPoint(POINT.id(), agent, AGENTS));
    }
    for (int i = 0; i < 2; i++) {
      int call = calls.size() - 2 + i;
      calls.set(call, calls.get(call).withTold(Told.of(results.get(i).join())));
    }
  }
}
