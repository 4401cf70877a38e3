package io.agentsync.zookeeper;

import io.agentsync.journal.Doorbell;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore.Session;
import io.agentsync.journal.Space;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.zookeeper.AddWatchMode;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.Watcher.Event.EventType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A doorbell that is a watch on one node of its session, and on all below it: whoever rings writes
 * to the node below it that has the journal's name, and that name comes with the event. Nothing has
 * to be read or watched anew, and nobody else is woken.
 */
final class WatchedBell implements Doorbell {

  private static final Logger LOG = LoggerFactory.getLogger(WatchedBell.class);

  private final Ensemble ensemble;
  private final SessionNodes nodes;
  private final Session session;
  private final Ringing ringing;
  private final Watcher watcher = this::take;
  private final Runnable watching = this::watch;
  private final BlockingQueue<Optional<JournalName>> heard = new LinkedBlockingQueue<>();
  private volatile String watched = "";
  private volatile long watchedIn;
  private volatile boolean closed;

  WatchedBell(Ensemble ensemble, Layout layout, Session session) {
    this.ensemble = ensemble;
    this.nodes = new SessionNodes(layout);
    this.session = session;
    this.ringing = new Ringing(ensemble, nodes);
    ensemble.onConnected(watching);
    watch();
  }

  @Override
  public void ring(Set<String> sessions, JournalName journal) {
    if (!closed) {
      ringing.ring(
          sessions.stream().filter(SessionNodes::isId).collect(Collectors.toSet()), journal);
    }
  }

  @Override
  public void listenTo(Space space) {
    // Whoever changes something there rings.
  }

  @Override
  public Set<JournalName> await(Duration patience) {
    ensemble.watching();
    if (!nodes.bell(session.id()).equals(watched)) {
      watch();
    }
    Set<JournalName> journals = new HashSet<>();
    boolean interrupted = Thread.interrupted();
    try {
      Optional<JournalName> next = heard.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
      while (next != null) {
        next.ifPresent(journals::add);
        next = heard.poll();
      }
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return journals;
  }

  @Override
  public void wake() {
    heard.add(Optional.empty());
  }

  @Override
  public void close() {
    closed = true;
    ensemble.noLongerOnConnected(watching);
  }

  /**
   * Watches the bell of the session, unless it does. The client itself watches again after it has
   * been cut off for a while; a session that was begun in the place of another has another bell.
   */
  private void watch() {
    if (closed) {
      return;
    }
    String bell = nodes.bell(session.id());
    long in = ensemble.session();
    if (bell.equals(watched) && in == watchedIn) {
      return;
    }
    watched = bell;
    watchedIn = in;
    ensemble.tell(
        client -> {
          Request.Reply<String> reply = new Request.Reply<>();
          client.addWatch(
              bell,
              watcher,
              AddWatchMode.PERSISTENT_RECURSIVE,
              (code, path, context) -> reply.take(code, path, path),
              null);
          return reply;
        },
        (done, failure) -> {
          if (failure != null) {
            watchedIn = 0;
            LOG.info("{} cannot be watched; changes are noticed within a second", bell, failure);
          }
        });
  }

  private void take(WatchedEvent event) {
    EventType type = event.getType();
    boolean ring = type == EventType.NodeCreated || type == EventType.NodeDataChanged;
    if (ring && !closed) {
      String path = event.getPath();
      Ringing.journal(path.substring(path.lastIndexOf('/') + 1))
          .ifPresent(journal -> heard.add(Optional.of(journal)));
    }
  }
}
