package io.agentsync.benchmark.stage;

import io.agentsync.benchmark.crew.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Lets the agents of a crew meet. */
final class CrewContender implements Contender {

  private final Crew crew;
  private final Optional<Long> server;
  private final Path memory;
  private int runs;

  /**
   * @param server the number of the server's process, whose processor time counts too
   * @param memory where the processes share what they have to
   */
  CrewContender(Crew crew, Optional<Long> server, Path memory) {
    this.crew = crew;
    this.server = server;
    this.memory = memory;
  }

  @Override
  public Timing rounds(Setting setting) throws IOException, InterruptedException {
    Path window = Files.createTempFile(memory, "window-", "");
    int each = setting.agents() / setting.processes();
    Order common =
        Order.to("rounds")
            .with("meeting", "rounds-" + setting.agents() + "-" + runs++)
            .with("agents", setting.agents())
            .with("count", each)
            .with("window", window)
            .with("lead", setting.lead().toMillis())
            .with("span", setting.span().toMillis());
    Order order = server.map(pid -> common.with("server", pid)).orElse(common);
    try {
      return Timing.of(
          crew.carryOut(setting.processes(), member -> order.with("first", member * each)));
    } finally {
      Files.delete(window);
    }
  }

  @Override
  public void close() {
    crew.close();
  }
}
