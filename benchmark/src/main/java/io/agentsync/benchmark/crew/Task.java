package io.agentsync.benchmark.crew;

import io.agentsync.benchmark.peer.Peer;

/** A kind of order that a measured process can carry out. */
interface Task {

  /** Does as told with its peer, and adds what it has found out. */
  void run(Peer peer, Order order, Facts facts) throws Exception;
}
