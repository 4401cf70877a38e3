package io.agentsync.benchmark.peer;

import io.agentsync.AgentSynchronizer;
import io.agentsync.model.Durability;
import io.agentsync.model.SyncResult;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Ours: agents meet at a sync point in a shared directory. */
final class AgentSyncPeer implements Peer {

  private final AgentSynchronizer synchronizer;

  AgentSyncPeer(Path directory, Durability durability) {
    synchronizer = AgentSynchronizer.builder().store(directory).durability(durability).build();
  }

  @Override
  public Seat seat(String meeting, int agent, int agents) {
    String name = name(agent);
    Set<String> everybody =
        IntStream.range(0, agents)
            .mapToObj(AgentSyncPeer::name)
            .collect(Collectors.toUnmodifiableSet());
    return () -> {
      SyncResult result = synchronizer.meet(meeting, name, everybody);
      if (!result.success()) {
        throw new IllegalStateException(name + " was told " + result);
      }
    };
  }

  @Override
  public void close() {
    synchronizer.close();
  }

  private static String name(int agent) {
    return "agent-" + agent;
  }
}
