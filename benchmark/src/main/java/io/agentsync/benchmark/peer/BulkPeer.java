package io.agentsync.benchmark.peer;

import java.util.List;

/** A way to meet in which one thread can take part for many agents. */
public interface BulkPeer extends Peer {

  /** Arrives at all places, once, and returns when all those meetings have happened. */
  void meetAll(List<Place> places) throws Exception;
}
