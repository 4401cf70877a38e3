package io.agentsync.journal.directory;

import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sessions that this process holds: closing any descriptor of a file of theirs would free its
 * lock, so nobody here may open one. Other copies of this library in the same process are told of
 * them by system properties, the one thing that all class loaders share.
 */
final class OwnSessions {

  private static final String PROPERTY = "agentsync.session.";
  private static final String SELF = Long.toString(ProcessHandle.current().pid());

  /** Kept, since the lock of a channel that is garbage goes with it. */
  private static final Map<String, FileChannel> LOCKS = new ConcurrentHashMap<>();

  private OwnSessions() {}

  static void add(String id, FileChannel lock) {
    LOCKS.put(id, lock);
    System.setProperty(PROPERTY + id, SELF);
  }

  static void remove(String id) {
    LOCKS.remove(id);
    System.clearProperty(PROPERTY + id);
  }

  static boolean holds(String id) {
    return LOCKS.containsKey(id) || SELF.equals(System.getProperty(PROPERTY + id));
  }
}
