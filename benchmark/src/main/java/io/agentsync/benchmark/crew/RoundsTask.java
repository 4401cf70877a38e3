package io.agentsync.benchmark.crew;

import io.agentsync.benchmark.peer.Peer;
import io.agentsync.benchmark.peer.Seat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Agents of this process meet, round after round, as fast as they can. */
final class RoundsTask implements Task {

  @Override
  public void run(Peer peer, Order order, Facts facts) throws Exception {
    int first = order.number("first");
    int count = order.number("count");
    Window window = Window.open(Path.of(order.text("window")));
    Conductor conductor =
        new Conductor(
            window,
            Duration.ofMillis(order.number("lead")),
            Duration.ofMillis(order.number("span")));
    CpuMeter meter = new CpuMeter(window, processes(order));
    CountDownLatch measured = new CountDownLatch(1);
    try (AgentThreads threads = new AgentThreads()) {
      for (int agent = first; agent < first + count; agent++) {
        List<RoundListener> listeners = new ArrayList<>();
        if (agent == first) {
          listeners.add(meter);
        }
        if (agent == 0) {
          listeners.add(conductor);
        }
        int number = agent;
        threads.start(
            agent,
            () -> {
              try (Seat seat = peer.seat(order.text("meeting"), number, order.number("agents"))) {
                rounds(seat, window, listeners);
              }
              if (number == first) {
                measured.countDown();
              }
              // What a thread used up cannot be read any more when it has ended.
              measured.await();
            });
      }
    }
    meter.tell(facts);
    if (first == 0) {
      conductor.tell(facts);
    }
  }

  private static void rounds(Seat seat, Window window, List<RoundListener> listeners)
      throws Exception {
    long round = 0;
    do {
      seat.meet();
      round++;
      for (RoundListener listener : listeners) {
        listener.left(round);
      }
    } while (round != window.last());
  }

  /** Itself; the process of agent 0 also looks at the server, if there is one. */
  private static List<String> processes(Order order) {
    String server = order.details().get("server");
    return server == null || order.number("first") != 0
        ? List.of(ThreadTimes.SELF)
        : List.of(ThreadTimes.SELF, server);
  }
}
