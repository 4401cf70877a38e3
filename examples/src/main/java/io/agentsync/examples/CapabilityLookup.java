package io.agentsync.examples;

import io.agentsync.AgentSynchronizer;
import io.agentsync.SynchronizedAgent;
import io.agentsync.model.SyncResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Agents find by capability with whom to meet, instead of knowing their names: first all come
 * together, so that everybody is registered and every look finds the same agents.
 *
 * <p>{@code CapabilityLookup [STORE]}
 */
public final class CapabilityLookup {

  private static final Set<String> EVERYBODY = Set.of("ann", "bob", "cid");

  private CapabilityLookup() {}

  private static final class SkilledAgent extends SynchronizedAgent {
    private final AgentSynchronizer synchronizer;
    private final Set<String> capabilities;

    SkilledAgent(String name, Set<String> capabilities, AgentSynchronizer synchronizer) {
      super(name, synchronizer);
      this.synchronizer = synchronizer;
      this.capabilities = capabilities;
    }

    @Override
    protected boolean validateConfig() {
      return !capabilities.isEmpty();
    }

    @Override
    protected Set<String> syncCapabilities() {
      return capabilities;
    }

    @Override
    protected Map<String, Object> run() throws Exception {
      syncWithAgents("assembled", EVERYBODY).get();
      Set<String> reviewers =
          new TreeSet<>(synchronizer.registry().getAgentsWithSyncCapability("review"));
      if (reviewers.contains(getName())) {
        SyncResult review = syncWithAgents("review", reviewers).get();
        System.out.printf("%s reviewed with %s%n", getName(), review.arrived());
      }
      // Whoever leaves is no longer found, so nobody does before all have looked.
      syncWithAgents("dismissed", EVERYBODY).get();
      return Map.of("reviewers", reviewers);
    }
  }

  /** Has three agents come together, two of whom review. */
  public static void main(String[] args) throws Exception {
    try (AgentSynchronizer synchronizer = AgentSynchronizer.open(ExampleStore.of(args))) {
      Crew.execute(
          List.of(
              new SkilledAgent("ann", Set.of("review", "write"), synchronizer),
              new SkilledAgent("bob", Set.of("write"), synchronizer),
              new SkilledAgent("cid", Set.of("review"), synchronizer)));
    }
  }
}
