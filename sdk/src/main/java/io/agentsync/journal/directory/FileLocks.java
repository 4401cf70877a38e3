package io.agentsync.journal.directory;

import io.agentsync.journal.JournalStore.Exclusive;
import io.agentsync.model.StoreBusyException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Locks between processes. A POSIX lock belongs to the process and goes when any descriptor of its
 * file is closed, so each lock file is opened once per process, behind a gate for its threads, and
 * is never deleted.
 */
final class FileLocks {

  private static final Map<Path, Gate> GATES = new ConcurrentHashMap<>();
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  Exclusive take(Path file, Duration patience) {
    StateFiles.createDirectories(Objects.requireNonNull(file.getParent()));
    Gate gate = GATES.computeIfAbsent(file, Gate::new);
    long deadline = System.nanoTime() + patience.toNanos();
    boolean interrupted = Thread.interrupted();
    try {
      while (!gate.tryTake()) {
        if (System.nanoTime() - deadline >= 0) {
          throw busy(file, patience);
        }
        LockSupport.parkNanos(PAUSE_NANOS);
        interrupted |= Thread.interrupted();
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    AtomicBoolean held = new AtomicBoolean(true);
    return () -> {
      if (held.getAndSet(false)) {
        gate.release();
      }
    };
  }

  private static StoreBusyException busy(Path file, Duration patience) {
    return new StoreBusyException(
        file.toString(),
        "another process or thread is at it%s; try again, or look for a stopped process that holds it"
            .formatted(
                patience.isZero()
                    ? ""
                    : " and has not finished for %d ms".formatted(patience.toMillis())));
  }

  /** One lock file in this process. */
  private static final class Gate {
    private final Path file;
    private final Semaphore threads = new Semaphore(1);
    private Optional<Object> key = Optional.empty();
    private @Nullable FileChannel channel;
    private @Nullable FileLock lock;

    Gate(Path file) {
      this.file = file;
    }

    boolean tryTake() {
      if (!threads.tryAcquire()) {
        return false;
      }
      try {
        lock = tryProcess();
      } finally {
        if (lock == null) {
          threads.release();
        }
      }
      return lock != null;
    }

    void release() {
      try {
        Objects.requireNonNull(lock).release();
      } catch (IOException e) {
        throw Failures.of(file, "cannot be unlocked", e);
      } finally {
        lock = null;
        threads.release();
      }
    }

    private @Nullable FileLock tryProcess() {
      try {
        FileLock taken = opened().tryLock();
        while (taken != null && !StateFiles.key(file).equals(key)) {
          // Somebody has deleted the file, and others hold another one by now.
          taken.acquiredBy().close();
          taken = opened().tryLock();
        }
        return taken;
      } catch (OverlappingFileLockException | ClosedByInterruptException e) {
        // Held through another path or class loader of this process, or cut short: look again.
        return null;
      } catch (IOException e) {
        throw Failures.of(file, "cannot be locked", e);
      }
    }

    private FileChannel opened() throws IOException {
      FileChannel open = channel;
      if (open == null || !open.isOpen()) {
        StateFiles.createFile(file);
        key = StateFiles.key(file);
        open = FileChannel.open(file, StandardOpenOption.WRITE);
        channel = open;
      }
      return open;
    }
  }
}
