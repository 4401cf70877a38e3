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

  /** Files held through another class loader of this process: closing one would free its lock. */
  private static final Map<Path, FileChannel> KEPT_OPEN = new HashMap<>();

  private SessionProbe() {}

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
      FileChannel kept = KEPT_OPEN.remove(file);
      return ask(file, kept != null ? kept : FileChannel.open(file, StandardOpenOption.READ));
    } catch (NoSuchFileException e) {
      return Life.UNKNOWN;
    } catch (IOException e) {
      throw Failures.of(file, "cannot be probed", e);
    }
  }

  private static Life ask(Path file, FileChannel channel) throws IOException {
    boolean keep = false;
    try {
      FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true);
      return lock == null ? Life.ALIVE : Life.DEAD;
    } catch (OverlappingFileLockException e) {
      keep = true;
      KEPT_OPEN.put(file, channel);
      return Life.ALIVE;
    } finally {
      if (!keep) {
        channel.close();
      }
    }
  }
}
