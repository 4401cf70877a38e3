package io.agentsync.examples;

import io.agentsync.AgentSynchronizer;
import io.agentsync.SynchronizedAgent;
import io.agentsync.model.SyncResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The first pattern, a barrier: nobody goes on before all have done their part.
 *
 * <p>{@code BarrierPattern [STORE]}
 */
public final class BarrierPattern {

  private static final Set<String> EVERYBODY = Set.of("agent1", "agent2", "agent3");

  private BarrierPattern() {}

  private static final class Worker extends SynchronizedAgent {
    Worker(String name, AgentSynchronizer synchronizer) {
      super(name, synchronizer);
    }

    @Override
    protected boolean validateConfig() {
      return EVERYBODY.contains(getName());
    }

    @Override
    protected Map<String, Object> run() throws Exception {
      long part = LongStream.rangeClosed(1, 1_000_000).sum();
      SyncResult result = syncWithAgents("work_complete", EVERYBODY).get();
      return Map.of("part", part, "met", result.arrived(), "outcome", result.outcome());
    }
  }

  /** Has three agents work, and prints what each of them says. */
  public static void main(String[] args) throws Exception {
    try (AgentSynchronizer synchronizer = AgentSynchronizer.open(ExampleStore.of(args))) {
      List<Worker> workers =
          EVERYBODY.stream().sorted().map(name -> new Worker(name, synchronizer)).toList();
      for (Map<String, Object> said : Crew.execute(workers)) {
        System.out.printf("did its part, met %s: %s%n", said.get("met"), said.get("outcome"));
      }
    }
  }
}
