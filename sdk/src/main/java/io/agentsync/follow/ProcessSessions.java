package io.agentsync.follow;

import io.agentsync.journal.JournalStore;
import io.agentsync.model.AgentSyncException;
import io.agentsync.model.Moment;
import io.agentsync.model.TimeSource;
import java.util.HashMap;
import java.util.Map;

/**
 * The sessions of this process, one per store: begun by the first who takes part, ended by the last
 * who closes, or when the JVM exits in good order.
 */
public final class ProcessSessions {

  private static final Map<String, Shared> BY_STORE = new HashMap<>();

  private ProcessSessions() {}

  private static final class Shared {
    final JournalStore store;
    final ProcessSession session;
    final Thread hook;
    int users;

    Shared(JournalStore store, ProcessSession session) {
      this.store = store;
      this.session = session;
      this.hook = new Thread(session::close, "agent-sync-exit");
    }
  }

  /**
   * The session of this process in a store; to be given back by {@link #release}.
   *
   * @param began when the caller began to take part; counts if the session begins with it
   * @throws AgentSyncException if the JVM is exiting
   */
  public static ProcessSession acquire(JournalStore store, TimeSource time, Moment began) {
    synchronized (BY_STORE) {
      Shared shared = BY_STORE.get(store.location());
      if (shared == null) {
        shared = new Shared(store, new ProcessSession(store, time, began));
        closeOnExit(shared);
        BY_STORE.put(store.location(), shared);
      }
      shared.users++;
      return shared.session;
    }
  }

  private static void closeOnExit(Shared begun) {
    try {
      Runtime.getRuntime().addShutdownHook(begun.hook);
    } catch (IllegalStateException exiting) {
      begun.session.close();
      throw new AgentSyncException(
          "This process is ending: nobody in it can take part in %s any more."
              .formatted(begun.store.location()));
    }
  }

  /** Gives a session back, and closes the store it was acquired with; the last one ends it. */
  public static void release(JournalStore store) {
    Shared ended = null;
    boolean shares;
    synchronized (BY_STORE) {
      Shared shared = BY_STORE.get(store.location());
      shares = shared != null && shared.store == store;
      if (shared != null && --shared.users == 0) {
        BY_STORE.remove(store.location());
        ended = shared;
      }
    }
    try {
      if (ended != null) {
        end(ended);
      }
    } finally {
      if (!shares) {
        store.close();
      }
    }
  }

  /** Where the store cannot be told, the session ends with the connection. */
  private static void end(Shared ended) {
    try {
      ended.session.close();
    } finally {
      removeHook(ended.hook);
      ended.store.close();
    }
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException exiting) {
      // The JVM is already exiting: the hook runs, and finds everything closed.
    }
  }
}
