package io.agentsync.examples;

import io.agentsync.SynchronizedAgent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Agents that work side by side, here in threads; in processes of their own they do the same. */
final class Crew {

  private Crew() {}

  /** Executes them all at once, and returns what each of them says, in their order. */
  static List<Map<String, Object>> execute(List<? extends SynchronizedAgent> agents)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(agents.size());
    try {
      List<Future<Map<String, Object>>> working = new ArrayList<>();
      for (SynchronizedAgent agent : agents) {
        working.add(threads.submit(agent::execute));
      }
      List<Map<String, Object>> said = new ArrayList<>();
      for (Future<Map<String, Object>> one : working) {
        said.add(one.get());
      }
      return said;
    } finally {
      threads.shutdownNow();
    }
  }
}
