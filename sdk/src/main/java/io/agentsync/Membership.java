package io.agentsync;

import io.agentsync.follow.ProcessSession;
import io.agentsync.follow.ProcessSessions;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.AgentSyncException;
import io.agentsync.model.Moment;
import io.agentsync.model.TimeSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The part that one entry object has in its process's session in a store: taken when it first takes
 * part, given back when it is closed.
 */
final class Membership {

  private final JournalStore store;
  private final TimeSource time;
  private final Moment began;
  private final ReentrantLock lifecycle = new ReentrantLock();
  private volatile @Nullable ProcessSession session;
  private volatile boolean closed;

  Membership(JournalStore store, TimeSource time) {
    this.store = store;
    this.time = time;
    this.began = time.now();
  }

  /** The session of this process, if this has taken part. */
  Optional<ProcessSession> present() {
    return closed ? Optional.empty() : Optional.ofNullable(session);
  }

  /** The session of this process; begun if nobody has begun it. */
  ProcessSession session() {
    ProcessSession known = session;
    if (known != null && !closed) {
      return known;
    }
    lifecycle.lock();
    try {
      if (closed) {
        throw new AgentSyncException(
            "What was opened on %s has been closed; open it again.".formatted(store.location()));
      }
      ProcessSession mine = session;
      if (mine == null) {
        mine = ProcessSessions.acquire(store, time, began);
        session = mine;
      }
      return mine;
    } finally {
      lifecycle.unlock();
    }
  }

  /** Withdraws whatever {@code owner} still waits for, and lets go of the store. */
  void close(Object owner) {
    lifecycle.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      ProcessSession mine = session;
      if (mine == null) {
        store.close();
      } else {
        mine.withdrawAll(owner);
        ProcessSessions.release(store);
      }
    } finally {
      lifecycle.unlock();
    }
  }
}
