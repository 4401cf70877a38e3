package io.agentsync.benchmark.peer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;

/** The JDK's barrier, for agents of one process. */
final class CyclicBarrierPeer implements Peer {

  private final Map<String, CyclicBarrier> barriers = new ConcurrentHashMap<>();

  @Override
  public Seat seat(String meeting, int agent, int agents) {
    return barriers.computeIfAbsent(meeting, name -> new CyclicBarrier(agents))::await;
  }
}
