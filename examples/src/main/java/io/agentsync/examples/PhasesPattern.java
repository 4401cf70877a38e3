package io.agentsync.examples;

import io.agentsync.AgentSynchronizer;
import io.agentsync.SynchronizedAgent;
import io.agentsync.model.SyncResult;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The second pattern, phases: all agents go through the same phases, and nobody begins one before
 * all have ended the one before it.
 *
 * <p>{@code PhasesPattern [STORE]}
 */
public final class PhasesPattern {

  private static final Set<String> EVERYBODY = Set.of("agent1", "agent2", "agent3");
  private static final List<String> PHASES = List.of("load", "transform", "publish");

  private PhasesPattern() {}

  private static final class PhasedAgent extends SynchronizedAgent {
    PhasedAgent(String name, AgentSynchronizer synchronizer) {
      super(name, synchronizer);
    }

    @Override
    protected boolean validateConfig() {
      return !PHASES.isEmpty();
    }

    @Override
    protected Map<String, Object> run() throws Exception {
      for (String phase : PHASES) {
        System.out.printf("%s: %s%n", phase, getName());
        SyncResult result = syncWithAgents("phase:" + phase, EVERYBODY).get();
        if (!result.success()) {
          throw new IllegalStateException(phase + " ended as " + result.outcome());
        }
      }
      return Map.of("phases", PHASES.size());
    }
  }

  /** Has three agents go through three phases; each says when it is in which. */
  public static void main(String[] args) throws Exception {
    try (AgentSynchronizer synchronizer = AgentSynchronizer.open(ExampleStore.of(args))) {
      Crew.execute(EVERYBODY.stream().map(name -> new PhasedAgent(name, synchronizer)).toList());
      System.out.println("all phases are over");
    }
  }
}
