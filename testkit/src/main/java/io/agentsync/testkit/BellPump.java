package io.agentsync.testkit;

import io.agentsync.journal.Doorbell;
import io.agentsync.journal.JournalName;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The thread that waits at a doorbell all the while, as every process that rings has one. */
final class BellPump implements AutoCloseable {

  private static final Duration WHILE = Duration.ofSeconds(1);

  private final Doorbell bell;
  private final Set<JournalName> heard = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile boolean over;

  BellPump(Doorbell bell) {
    this.bell = bell;
    bell.listenTo(Records.SPACE);
    this.thread = new Thread(this::listen, "testkit-bell");
    thread.setDaemon(true);
    thread.start();
  }

  boolean heard(JournalName journal) {
    return heard.contains(journal);
  }

  void ring(Set<String> sessions, JournalName journal) {
    bell.ring(sessions, journal);
  }

  @Override
  public void close() {
    over = true;
    bell.wake();
    try {
      thread.join(Eventually.PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    bell.close();
  }

  private void listen() {
    while (!over) {
      heard.addAll(bell.await(WHILE));
    }
  }
}
