package io.agentsync.benchmark.crew;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The orders that come in as lines. When there will be no more, its runner is gone, and this
 * process ends at once, whatever it is doing.
 */
final class Orders {

  private final BlockingQueue<Order> lines = new LinkedBlockingQueue<>();

  Orders(InputStream in) {
    Thread reader = new Thread(() -> read(in), "orders");
    reader.setDaemon(true);
    reader.start();
  }

  Order next() throws InterruptedException {
    return lines.take();
  }

  private void read(InputStream in) {
    try (BufferedReader orders =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      orders.lines().map(Order::parse).forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      System.err.println("no more orders can be read: " + e);
    }
    Runtime.getRuntime().halt(0);
  }
}
