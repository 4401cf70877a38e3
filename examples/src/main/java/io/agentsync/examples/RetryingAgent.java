package io.agentsync.examples;

import io.agentsync.AgentSynchronizer;
import io.agentsync.SynchronizedAgent;
import io.agentsync.model.SyncResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * What to do when a meeting does not happen: what may be different the next time is tried again
 * with more patience, what will not be is an error at once.
 *
 * <p>{@code RetryingAgent [STORE]}
 */
public final class RetryingAgent extends SynchronizedAgent {

  private static final Set<String> BOTH = Set.of("punctual", "tardy");
  private static final int ATTEMPTS = 5;

  private final CountDownLatch firstFailure;

  private RetryingAgent(AgentSynchronizer synchronizer, CountDownLatch firstFailure) {
    super("punctual", synchronizer);
    this.firstFailure = firstFailure;
  }

  @Override
  protected boolean validateConfig() {
    return ATTEMPTS > 0;
  }

  @Override
  protected Map<String, Object> run() throws Exception {
    Duration patience = Duration.ofMillis(500);
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      SyncResult result = syncWithAgents("handover", BOTH, patience).get();
      System.out.printf(
          "attempt %d: %s, missing %s%n", attempt, result.outcome(), result.missing());
      switch (result.outcome()) {
        case COMPLETED, FORCED -> {
          return Map.of("attempts", attempt);
        }
        case TIMED_OUT, AGENT_LOST -> patience = patience.multipliedBy(4);
        case ABORTED, MISMATCH, WITHDRAWN ->
            throw new IllegalStateException(
                "%s: %s".formatted(result.outcome(), result.reason().orElse("no reason given")));
      }
      firstFailure.countDown();
    }
    throw new IllegalStateException("nobody came in %d attempts".formatted(ATTEMPTS));
  }

  /** The other one: begins only when the first attempt has failed. */
  private static final class TardyAgent extends SynchronizedAgent {
    private final CountDownLatch begin;

    TardyAgent(AgentSynchronizer synchronizer, CountDownLatch begin) {
      super("tardy", synchronizer);
      this.begin = begin;
    }

    @Override
    protected boolean validateConfig() {
      return true;
    }

    @Override
    protected Map<String, Object> run() throws Exception {
      begin.await();
      return Map.of("met", syncWithAgents("handover", BOTH, Duration.ofMinutes(1)).get().success());
    }
  }

  /** Lets one agent wait for another one that comes late. */
  public static void main(String[] args) throws Exception {
    CountDownLatch firstFailure = new CountDownLatch(1);
    try (AgentSynchronizer synchronizer = AgentSynchronizer.open(ExampleStore.of(args))) {
      Crew.execute(
          List.of(
              new RetryingAgent(synchronizer, firstFailure),
              new TardyAgent(synchronizer, firstFailure)));
    }
  }
}
