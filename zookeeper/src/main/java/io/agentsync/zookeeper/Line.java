package io.agentsync.zookeeper;

import io.agentsync.model.StoreException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.curator.framework.CuratorFramework;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one client of a store: made when it is first needed, and kept connected by Curator. */
final class Line implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Line.class);

  private final Location location;
  private final ClientSettings settings;
  private final Runnable answered;
  private final Link link = new Link();
  private final List<Runnable> onConnected = new CopyOnWriteArrayList<>();
  private final ReentrantLock lifecycle = new ReentrantLock();
  private volatile @Nullable CuratorFramework curator;
  private volatile boolean closed;

  /**
   * Not connected yet.
   *
   * @param answered called whenever there is a connection, before anything else
   */
  Line(Location location, ClientSettings settings, Runnable answered) {
    this.location = location;
    this.settings = settings;
    this.answered = answered;
  }

  /** The client's present state; it connects if it never has. */
  Link link() {
    connect();
    return link;
  }

  boolean closed() {
    return closed;
  }

  void onConnected(Runnable work) {
    onConnected.add(work);
  }

  void noLongerOnConnected(Runnable work) {
    onConnected.remove(work);
  }

  @Override
  public void close() {
    lifecycle.lock();
    try {
      closed = true;
      link.close();
      CuratorFramework open = curator;
      if (open != null) {
        open.close();
      }
    } finally {
      lifecycle.unlock();
    }
  }

  private void connect() {
    if (curator != null || closed) {
      return;
    }
    lifecycle.lock();
    try {
      if (curator == null && !closed) {
        CuratorFramework made = settings.client(location);
        made.getConnectionStateListenable()
            .addListener((any, state) -> link.changed(made, state, this::connected));
        made.getCuratorListenable().addListener((any, event) -> heard(event.getWatchedEvent()));
        made.start();
        curator = made;
      }
    } finally {
      lifecycle.unlock();
    }
  }

  private void heard(@Nullable WatchedEvent event) {
    if (event != null && event.getState() == KeeperState.AuthFailed) {
      link.refuse();
    }
  }

  private void connected() {
    answered.run();
    for (Runnable work : onConnected) {
      try {
        work.run();
      } catch (StoreException e) {
        LOG.warn(
            "{}: what has to be done after a connection is lost has to wait: {}",
            location,
            e.reason());
      }
    }
  }
}
