package io.agentsync.benchmark.crew;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes what a ZooKeeper server counts over the window, if the agents meet by one. */
final class ServerMeter implements RoundListener {

  private final Window window;
  private final @Nullable String port;
  private @Nullable ServerCounts before;
  private @Nullable ServerCounts counted;

  /** With the port of the server; null if there is none that counts. */
  ServerMeter(Window window, @Nullable String port) {
    this.window = window;
    this.port = port;
  }

  @Override
  public void left(long round, long now) throws IOException {
    if (port == null) {
      return;
    }
    if (round == window.first()) {
      before = ServerCounts.of(Integer.parseInt(port));
    } else if (round == window.last() && before != null) {
      counted = ServerCounts.of(Integer.parseInt(port)).since(before);
    }
  }

  void tell(Facts facts) {
    if (counted != null) {
      counted.byName().forEach((name, count) -> facts.add("count." + name, count));
    }
  }
}
