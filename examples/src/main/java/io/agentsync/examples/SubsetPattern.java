package io.agentsync.examples;

import io.agentsync.AgentSynchronizer;
import io.agentsync.SynchronizedAgent;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The third pattern, a subset: those whom something concerns meet by themselves, the others need
 * not wait for them; at the end all meet.
 *
 * <p>{@code SubsetPattern [STORE]}
 */
public final class SubsetPattern {

  private static final Set<String> WRITERS = Set.of("writer1", "writer2");
  private static final Set<String> EVERYBODY = Set.of("writer1", "writer2", "reader1", "reader2");

  private SubsetPattern() {}

  private static final class DatabaseAgent extends SynchronizedAgent {
    DatabaseAgent(String name, AgentSynchronizer synchronizer) {
      super(name, synchronizer);
    }

    @Override
    protected boolean validateConfig() {
      return EVERYBODY.containsAll(WRITERS);
    }

    @Override
    protected Map<String, Object> run() throws Exception {
      if (WRITERS.contains(getName())) {
        syncWithAgents("schema_ready", WRITERS).get();
      }
      syncWithAgents("all_done", EVERYBODY).get();
      return Map.of(
          "agent",
          getName(),
          "schema",
          getSyncResult("schema_ready").isPresent(),
          "done",
          getSyncResult("all_done").orElseThrow().success());
    }
  }

  /** Has four agents work, and prints which of them met where. */
  public static void main(String[] args) throws Exception {
    try (AgentSynchronizer synchronizer = AgentSynchronizer.open(ExampleStore.of(args))) {
      List<DatabaseAgent> agents =
          EVERYBODY.stream().sorted().map(name -> new DatabaseAgent(name, synchronizer)).toList();
      for (Map<String, Object> said : Crew.execute(agents)) {
        System.out.printf(
            "%s met at schema_ready: %s, at all_done: %s%n",
            said.get("agent"), said.get("schema"), said.get("done"));
      }
    }
  }
}
