package io.agentsync.journal.directory;

import io.agentsync.journal.Doorbell;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.Space;
import io.agentsync.model.StoreException;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The doorbell for where no socket can be had: the file system says which journals were written to.
 * Nobody has to ring, and every append is heard.
 */
final class WatchDoorbell implements Doorbell {

  private static final Logger LOG = LoggerFactory.getLogger(WatchDoorbell.class);

  private final Layout layout;
  private final BlockingQueue<Optional<JournalName>> heard = new LinkedBlockingQueue<>();
  private final Map<WatchKey, Space> spaces = new ConcurrentHashMap<>();
  private final @Nullable WatchService watch;

  WatchDoorbell(Layout layout) {
    this.layout = layout;
    this.watch = open(layout.root());
    if (watch != null) {
      Thread listener = new Thread(() -> listen(watch), "agent-sync-watch");
      listener.setDaemon(true);
      listener.start();
    }
  }

  @Override
  public void ring(Set<String> sessions, JournalName journal) {
    // The append itself is what the others hear.
  }

  @Override
  public void listenTo(Space space) {
    if (watch == null) {
      return;
    }
    Path directory = layout.space(space);
    try {
      StateFiles.createDirectories(directory);
      WatchKey key =
          directory.register(
              watch, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_CREATE);
      spaces.put(key, space);
    } catch (IOException | ClosedWatchServiceException e) {
      LOG.warn("{} cannot be watched; changes are noticed within a second", directory, e);
    }
  }

  @Override
  public Set<JournalName> await(Duration patience) {
    Set<JournalName> journals = new HashSet<>();
    Uninterrupted.run(() -> listenFor(patience, journals));
    return journals;
  }

  @Override
  public void wake() {
    heard.add(Optional.empty());
  }

  @Override
  public void close() {
    try {
      if (watch != null) {
        watch.close();
      }
    } catch (IOException e) {
      LOG.warn("a file watch could not be closed", e);
    }
  }

  private void listenFor(Duration patience, Set<JournalName> journals) {
    try {
      Optional<JournalName> next = heard.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
      while (next != null) {
        next.ifPresent(journals::add);
        next = heard.poll();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen(WatchService service) {
    try {
      WatchKey key = service.take();
      while (true) {
        take(Optional.ofNullable(spaces.get(key)), key.pollEvents());
        if (!key.reset()) {
          lost(key);
        }
        key = service.take();
      }
    } catch (ClosedWatchServiceException e) {
      LOG.debug("no longer watching", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What the file system says of a space. Where it has lost count, everything may have changed. */
  void take(Optional<Space> watched, List<WatchEvent<?>> events) {
    for (Space space : watched.stream().toList()) {
      for (WatchEvent<?> event : events) {
        if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
          hearAll(space);
        } else if (event.context() instanceof Path file) {
          Layout.journalIn(space, file).map(Optional::of).ifPresent(heard::add);
        }
      }
    }
  }

  private void hearAll(Space space) {
    try {
      StateFiles.list(layout.space(space)).stream()
          .flatMap(file -> Layout.journalIn(space, file).stream())
          .forEach(journal -> heard.add(Optional.of(journal)));
    } catch (StoreException e) {
      LOG.warn("changes in {} were missed; they are noticed within a second", space, e);
    }
  }

  private void lost(WatchKey key) {
    Space space = spaces.remove(key);
    if (space != null) {
      LOG.warn("{} is no longer watched; changes are noticed within a second", space);
    }
  }

  private static @Nullable WatchService open(Path root) {
    try {
      return root.getFileSystem().newWatchService();
    } catch (IOException e) {
      LOG.warn("{} cannot be watched; changes are noticed within a second", root, e);
      return null;
    }
  }
}
