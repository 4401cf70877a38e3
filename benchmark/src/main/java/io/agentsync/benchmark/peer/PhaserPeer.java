package io.agentsync.benchmark.peer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;

/** The JDK's phaser, for agents of one process. */
final class PhaserPeer implements Peer {

  private final Map<String, Phaser> phasers = new ConcurrentHashMap<>();

  @Override
  public Seat seat(String meeting, int agent, int agents) {
    return phasers.computeIfAbsent(meeting, name -> new Phaser(agents))::arriveAndAwaitAdvance;
  }
}
