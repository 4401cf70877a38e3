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
    ServerMeter requests = new ServerMeter(window, order.details().get("counts"));
    CountDownLatch measured = new CountDownLatch(1);
    try (AgentThreads threads = new AgentThreads()) {
      for (int agent = first; agent < first + count; agent++) {
        List<RoundListener> listeners = new ArrayList<>();
        if (agent == first) {
          listeners.add(meter);
        }
        if (agent == 0) {
          listeners.add(requests);
          // Last, so that what the others do falls between two rounds.
          listeners.add(conductor);
        }
        int number = agent;
        threads.start(
            agent,
            () -> {
              try (Seat seat = peer.seat(order.text("meeting"), number, order.number("agents"))) {
                rounds(round(seat, order), window, listeners);
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
      requests.tell(facts);
    }
  }

  /** What an agent does in a round: it meets the others, and hands them something if told to. */
  private static AgentThreads.Work round(Seat seat, Order order) {
    String characters = order.details().get("payload");
    if (characters == null) {
      return seat::round;
    }
    String payload = "x".repeat(Integer.parseInt(characters));
    int all = payload.length() * order.number("agents");
    return () -> {
      int handed = seat.exchange(payload);
      if (handed != all) {
        throw new IllegalStateException("was handed " + handed + " characters of " + all);
      }
    };
  }

  private static void rounds(AgentThreads.Work meet, Window window, List<RoundListener> listeners)
      throws Exception {
    long round = 0;
    do {
      meet.run();
      round++;
      long now = System.nanoTime();
      for (RoundListener listener : listeners) {
        listener.left(round, now);
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
