package io.agentsync.benchmark.crew;

import io.agentsync.benchmark.peer.Peer;
import io.agentsync.benchmark.peer.Seat;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Agents of this process meet a number of times, each pausing before by a time drawn by lot. */
final class ScatteredTask implements Task {

  @Override
  public void run(Peer peer, Order order, Facts facts) throws Exception {
    int agents = order.number("agents");
    int rounds = order.number("rounds");
    int first = order.number("first");
    long micros = order.number("spread");
    Stamps stamps = Stamps.open(Path.of(order.text("stamps")), rounds, agents);
    try (AgentThreads threads = new AgentThreads()) {
      for (int agent = first; agent < first + order.number("count"); agent++) {
        int number = agent;
        threads.start(
            agent,
            () -> {
              try (Seat seat = peer.seat(order.text("meeting"), number, agents)) {
                SplittableRandom lot = new SplittableRandom(number);
                for (int round = 0; round < rounds; round++) {
                  pause(TimeUnit.MICROSECONDS.toNanos(lot.nextLong(micros)));
                  stamps.arrives(round, number);
                  seat.meet();
                  stamps.left(round, number);
                }
              }
            });
      }
    }
  }

  private static void pause(long nanos) {
    long end = System.nanoTime() + nanos;
    for (long left = nanos; left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
