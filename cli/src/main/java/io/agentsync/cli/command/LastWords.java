package io.agentsync.cli.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps an interrupted process alive until its agent has withdrawn and said so, or two seconds at
 * most.
 */
final class LastWords implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 2_000;

  private final CountDownLatch spoken = new CountDownLatch(1);
  private final Thread hook = new Thread(this::listen, "sync-diag-last-words");

  LastWords() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    spoken.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException exiting) {
      // The process is being ended: the hook sees that all has been said.
    }
  }

  private void listen() {
    try {
      boolean unused = spoken.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
