package io.agentsync.zookeeper;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.NoNodeException;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.data.Stat;

/**
 * Waits until a node may have gone, or the connection has changed: whoever waits looks again.
 *
 * @param path the node
 */
record Departure(Ensemble ensemble, String path) {

  void await(long nanos) {
    CountDownLatch news = new CountDownLatch(1);
    Watcher watcher = event -> news.countDown();
    Request<Stat> look =
        client -> {
          Request.Reply<Stat> reply = new Request.Reply<>();
          client.exists(
              path, watcher, (code, node, context, stat) -> reply.take(code, node, stat), null);
          return reply;
        };
    try {
      ensemble.call(look);
      await(news, nanos);
    } catch (NoNodeException e) {
      // It has gone already.
    } catch (KeeperException e) {
      throw ensemble.failure(path, e);
    }
  }

  private static void await(CountDownLatch news, long nanos) {
    long end = System.nanoTime() + nanos;
    boolean interrupted = Thread.interrupted();
    try {
      boolean over = false;
      while (!over) {
        try {
          news.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
          over = true;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
