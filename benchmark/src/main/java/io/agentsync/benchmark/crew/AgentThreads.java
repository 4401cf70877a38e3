package io.agentsync.benchmark.crew;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** One thread for each agent of this process; closing waits for all of them. */
final class AgentThreads implements AutoCloseable {

  /** What an agent does. */
  interface Work {
    void run() throws Exception;
  }

  private final List<CompletableFuture<Void>> ends = new ArrayList<>();

  void start(int agent, Work work) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    ends.add(end);
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
                end.complete(null);
              } catch (Exception e) {
                end.completeExceptionally(e);
              }
            },
            "agent-" + agent);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Waits for all, or for the first that failed; the others may then wait for it in vain.
   *
   * @throws ExecutionException if one failed
   */
  @Override
  public void close() throws ExecutionException, InterruptedException {
    CompletableFuture<Void> failed = new CompletableFuture<>();
    for (CompletableFuture<Void> end : ends) {
      end.exceptionally(
          e -> {
            failed.completeExceptionally(e);
            return null;
          });
    }
    CompletableFuture<Void> all =
        CompletableFuture.allOf(ends.toArray(new CompletableFuture<?>[0]));
    CompletableFuture.anyOf(all, failed).get();
  }
}
