package io.agentsync.zookeeper;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.state.ConnectionState;
import org.apache.zookeeper.ZooKeeper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The client while it is connected, for those who wait until it is. */
final class Link {

  private static final Logger LOG = LoggerFactory.getLogger(Link.class);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable ZooKeeper client;
  private boolean refused;
  private boolean closed;

  /** The client, if it is connected. */
  @Nullable ZooKeeper present() {
    lock.lock();
    try {
      return client;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for it, whatever interrupts.
   *
   * @param left how many nanoseconds it may still take
   * @return null if it is not connected by then
   */
  @Nullable ZooKeeper await(LongSupplier left) {
    boolean interrupted = false;
    lock.lock();
    try {
      long end = System.nanoTime() + left.getAsLong();
      while (client == null && !closed && !refused) {
        long nanos = end - System.nanoTime();
        if (nanos <= 0) {
          return null;
        }
        try {
          interrupted |= Thread.interrupted();
          changed.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      return client;
    } finally {
      lock.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** It has failed: whoever comes next waits until it is said to be connected again. */
  void doubt(ZooKeeper failed) {
    lock.lock();
    try {
      if (client == failed && !failed.getState().isConnected()) {
        client = null;
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes in what Curator says of the connection, one after the other.
   *
   * @param connected called when it is connected, again after each loss
   */
  void changed(CuratorFramework curator, ConnectionState state, Runnable connected) {
    boolean ready = false;
    lock.lock();
    try {
      client = state.isConnected() && !closed ? curator.getZookeeperClient().getZooKeeper() : null;
      ready = client != null;
      refused &= !ready;
      changed.signalAll();
    } catch (Exception e) {
      LOG.warn(
          "the connection to {} is lost again: {}",
          curator.getZookeeperClient().getCurrentConnectionString(),
          e.toString());
    } finally {
      lock.unlock();
    }
    if (ready) {
      connected.run();
    }
  }

  /** The ensemble does not let this client in: nobody need wait for it. */
  void refuse() {
    lock.lock();
    try {
      client = null;
      refused = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Whether {@link #refuse} was the last that was heard. */
  boolean refused() {
    lock.lock();
    try {
      return refused;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      client = null;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
