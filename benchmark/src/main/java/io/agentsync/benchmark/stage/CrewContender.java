package io.agentsync.benchmark.stage;

import io.agentsync.benchmark.crew.Order;
import io.agentsync.benchmark.crew.Stamps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Lets the agents of a crew meet. */
final class CrewContender implements Contender {

  /** Until all processes have read an order. */
  private static final long HEAD_START_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final Crew crew;
  private final Optional<Server> server;
  private final boolean counts;
  private final Path memory;
  private int orders;

  /**
   * @param server the server, whose processor time counts too
   * @param counts whether it counts what it is asked, as ZooKeeper does
   * @param memory where the processes share what they have to
   */
  CrewContender(Crew crew, Optional<Server> server, boolean counts, Path memory) {
    this.crew = crew;
    this.server = server;
    this.counts = counts;
    this.memory = memory;
  }

  @Override
  public Timing rounds(Setting setting) throws IOException, InterruptedException {
    Path window = Files.createTempFile(memory, "window-", "");
    Order order =
        order("rounds", setting.agents())
            .with("window", window)
            .with("lead", setting.lead().toMillis())
            .with("span", setting.span().toMillis());
    if (setting.payload() > 0) {
      order = order.with("payload", setting.payload());
    }
    if (server.isPresent()) {
      order = order.with("server", server.get().pid());
      if (counts) {
        order = order.with("counts", server.get().port());
      }
    }
    try {
      Map<String, Long> sums = new TreeMap<>();
      for (Map<String, Long> facts : carryOut(order, setting.agents(), setting.processes())) {
        facts.forEach((name, value) -> sums.merge(name, value, Long::sum));
      }
      return Timing.of(sums);
    } finally {
      Files.delete(window);
    }
  }

  @Override
  public Releases scattered(Scatter scatter) throws IOException, InterruptedException {
    Path file = Files.createTempFile(memory, "stamps-", "");
    try {
      Order order =
          order("scattered", scatter.agents())
              .with("rounds", scatter.rounds())
              .with("spread", TimeUnit.NANOSECONDS.toMicros(scatter.spread().toNanos()))
              .with("stamps", file);
      carryOut(order, scatter.agents(), scatter.processes());
      return Releases.of(Stamps.open(file, scatter.rounds(), scatter.agents()), scatter.lead());
    } finally {
      Files.delete(file);
    }
  }

  @Override
  public Gathering bulk(Bulk bulk) throws IOException, InterruptedException {
    Order order =
        order("bulk", bulk.agents())
            .with("meetings", bulk.meetings())
            .with("threads", Bulk.THREADS)
            .with("begin", System.nanoTime() + HEAD_START_NANOS);
    return Gathering.of(carryOut(order, bulk.agents(), Contenders.PROCESSES));
  }

  @Override
  public void close() {
    crew.close();
  }

  private Order order(String word, int agents) {
    return Order.to(word)
        .with("meeting", word + "-" + agents + "-" + orders++)
        .with("agents", agents);
  }

  private List<Map<String, Long>> carryOut(Order order, int agents, int processes)
      throws IOException, InterruptedException {
    return crew.carryOut(
        processes,
        member -> {
          int first = member * agents / processes;
          int next = (member + 1) * agents / processes;
          return order.with("count", next - first).with("first", first);
        });
  }
}
