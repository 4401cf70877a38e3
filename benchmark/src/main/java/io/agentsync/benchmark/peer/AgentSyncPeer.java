package io.agentsync.benchmark.peer;

import io.agentsync.AgentSynchronizer;
import io.agentsync.SynchronizerBuilder;
import io.agentsync.model.Durability;
import io.agentsync.model.SyncOptions;
import io.agentsync.model.SyncResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Ours: agents meet at a sync point in a shared store. */
final class AgentSyncPeer implements BulkPeer {

  /** Long enough for one that waits while many others are still being started. */
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  private final AgentSynchronizer synchronizer;
  private final Map<Integer, Set<String>> everybody = new ConcurrentHashMap<>();

  private AgentSyncPeer(SynchronizerBuilder builder) {
    synchronizer = builder.timeout(TIMEOUT).build();
  }

  static AgentSyncPeer inDirectory(String directory, Durability durability) {
    return new AgentSyncPeer(
        AgentSynchronizer.builder().store(Path.of(directory)).durability(durability));
  }

  /** On a server at a port of this machine; it alone decides what it keeps. */
  static AgentSyncPeer onZooKeeper(int port) {
    return new AgentSyncPeer(
        AgentSynchronizer.builder().store("zookeeper://127.0.0.1:" + port + "/agent-sync"));
  }

  @Override
  public Seat seat(String meeting, int agent, int agents) {
    return new PointSeat(meeting, name(agent), everybody(agents));
  }

  @Override
  public void meetAll(List<Place> places) {
    List<CompletableFuture<SyncResult>> results = new ArrayList<>(places.size());
    for (Place place : places) {
      results.add(
          synchronizer.joinOrCreateSyncPoint(
              place.meeting(), name(place.agent()), everybody(place.agents())));
    }
    results.forEach(result -> check(result.join()));
  }

  @Override
  public void close() {
    synchronizer.close();
  }

  private Set<String> everybody(int agents) {
    return everybody.computeIfAbsent(
        agents,
        number ->
            IntStream.range(0, number)
                .mapToObj(AgentSyncPeer::name)
                .collect(Collectors.toUnmodifiableSet()));
  }

  private static String name(int agent) {
    return "agent-" + agent;
  }

  private static SyncResult check(SyncResult result) {
    if (!result.success()) {
      throw new IllegalStateException("the meeting failed: " + result);
    }
    return result;
  }

  private final class PointSeat implements Seat {

    private final String meeting;
    private final String name;
    private final Set<String> agents;

    PointSeat(String meeting, String name, Set<String> agents) {
      this.meeting = meeting;
      this.name = name;
      this.agents = agents;
    }

    @Override
    public void meet() throws InterruptedException {
      check(synchronizer.meet(meeting, name, agents));
    }

    @Override
    public int exchange(String payload) throws InterruptedException {
      SyncOptions options = SyncOptions.builder().payload(payload).build();
      SyncResult result = check(synchronizer.meet(meeting, name, agents, options));
      return result.payloads().values().stream().mapToInt(each -> ((String) each).length()).sum();
    }
  }
}
