package io.agentsync.benchmark.crew;

import io.agentsync.benchmark.peer.Peer;
import io.agentsync.benchmark.peer.Seat;

/** One agent of this process begins to wait for one that never comes. */
final class WaitTask implements Task {

  @Override
  public void run(Peer peer, Order order, Facts facts) throws Exception {
    int agent = order.number("first");
    Seat seat = peer.seat(order.text("meeting"), agent, order.number("agents"));
    Thread waiting =
        new Thread(
            () -> {
              try {
                seat.meet();
              } catch (Exception e) {
                throw new IllegalStateException("agent " + agent + " stopped waiting", e);
              }
            },
            "agent-" + agent);
    waiting.setDaemon(true);
    waiting.start();
  }
}
