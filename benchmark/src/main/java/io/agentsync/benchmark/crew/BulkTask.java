package io.agentsync.benchmark.crew;

import io.agentsync.benchmark.peer.BulkPeer;
import io.agentsync.benchmark.peer.Peer;
import io.agentsync.benchmark.peer.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * This process takes part for very many agents with few threads: in all of some meetings, as the
 * agents from one on. It begins at a given time of the machine's clock, as all processes do.
 */
final class BulkTask implements Task {

  @Override
  public void run(Peer peer, Order order, Facts facts) throws Exception {
    if (!(peer instanceof BulkPeer bulk)) {
      throw new IllegalArgumentException("one thread can take part for one agent only");
    }
    List<List<Place>> shares = new ArrayList<>();
    int threads = order.number("threads");
    for (int thread = 0; thread < threads; thread++) {
      shares.add(new ArrayList<>());
    }
    int next = 0;
    for (int number = 0; number < order.number("meetings"); number++) {
      String name = order.text("meeting") + "-" + number;
      int first = order.number("first");
      for (int agent = first; agent < first + order.number("count"); agent++) {
        shares.get(next++ % threads).add(new Place(name, agent, order.number("agents")));
      }
    }
    long begin = Long.parseLong(order.text("begin"));
    ThreadTimes before = ThreadTimes.of(List.of(ThreadTimes.SELF));
    AtomicInteger meeting = new AtomicInteger(threads);
    CountDownLatch measured = new CountDownLatch(1);
    try (AgentThreads running = new AgentThreads()) {
      for (int thread = 0; thread < threads; thread++) {
        List<Place> share = shares.get(thread);
        running.start(
            thread,
            () -> {
              for (long left = left(begin); left > 0; left = left(begin)) {
                LockSupport.parkNanos(left);
              }
              bulk.meetAll(share);
              if (meeting.decrementAndGet() == 0) {
                facts.add("took", System.nanoTime() - begin);
                facts.addProcessorTime(ThreadTimes.of(List.of(ThreadTimes.SELF)).since(before));
                measured.countDown();
              }
              // What a thread used up cannot be read any more when it has ended.
              measured.await();
            });
      }
    }
  }

  private static long left(long begin) {
    return begin - System.nanoTime();
  }
}
