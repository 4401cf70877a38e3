package io.agentsync.journal.directory;

import io.agentsync.journal.JournalStore.Life;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Asks the kernel whether a lock file is held. One thread at a time: in one process even two shared
 * locks are an overlap.
 */
final class SessionProbe {

  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  /**
   * Files that turn out to be held by this process itself, which {@link OwnSessions} should have
   * known: closing one would free its lock.
   */
  private static final Map<Object, FileChannel> KEPT_OPEN = new HashMap<>();

  private SessionProbe() {}

  /** Whether it is held; {@link Life#UNKNOWN} if there is no such file. */
  static Life probe(Path file) {
    Life[] found = new Life[1];
    ONE_AT_A_TIME.lock();
    try {
      Uninterrupted.run(() -> found[0] = ask(file));
    } finally {
      ONE_AT_A_TIME.unlock();
    }
    return found[0];
  }

  private static Life ask(Path file) {
    try {
      Object key = StateFiles.key(file).orElse(null);
      if (key == null) {
        return Life.UNKNOWN;
      }
      FileChannel kept = KEPT_OPEN.remove(key);
      return ask(key, kept != null ? kept : FileChannel.open(file, StandardOpenOption.READ));
    } catch (NoSuchFileException e) {
      return Life.UNKNOWN;
    } catch (IOException e) {
      throw Failures.of(file, "cannot be probed", e);
    }
  }

  private static Life ask(Object key, FileChannel channel) throws IOException {
    boolean keep = false;
    try {
      FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true);
      return lock == null ? Life.ALIVE : Life.DEAD;
    } catch (OverlappingFileLockException e) {
      keep = true;
      KEPT_OPEN.put(key, channel);
      return Life.ALIVE;
    } finally {
      if (!keep) {
        channel.close();
      }
    }
  }
}
