package io.agentsync.follow;

import io.agentsync.deadlock.Gathering;
import io.agentsync.deadlock.Sight;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.Space;
import io.agentsync.model.Moment;
import io.agentsync.model.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at all sync points of a run for those of a process who wait with failFast: only while one
 * of them asks, at most once a second, and for at most a tenth of the time, however many points
 * there are. On a thread of its own, so that nobody waits for it.
 */
final class Lookout implements Sights {

  private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int REST = 9;
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

  private final GatheringReader reader;
  private final TimeSource time;
  private final Map<Space, Sight> newest = new ConcurrentHashMap<>();
  private final Set<Space> asked = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor looking = thread();
  private volatile long notBefore = System.nanoTime();
  private volatile boolean blind;

  Lookout(JournalStore store, TimeSource time) {
    this.reader = new GatheringReader(store);
    this.time = time;
  }

  @Override
  public Optional<Sight> newest(Space space) {
    if (asked.add(space)) {
      lookLater(space);
    }
    return Optional.ofNullable(newest.get(space));
  }

  void close() {
    looking.shutdownNow();
  }

  private void lookLater(Space space) {
    long pause = Math.max(0, notBefore - System.nanoTime());
    Future<?> unused = looking.schedule(() -> look(space), pause, TimeUnit.NANOSECONDS);
  }

  private void look(Space space) {
    if (notBefore - System.nanoTime() > 0) {
      // Another space was looked at in between.
      lookLater(space);
      return;
    }
    long start = System.nanoTime();
    try {
      Moment began = time.now();
      List<Gathering> gatherings = reader.read(space);
      newest.values().removeIf(sight -> isOld(sight, began));
      newest.put(space, new Sight(began, time.now(), gatherings));
      blind = false;
    } catch (RuntimeException e) {
      newest.remove(space);
      if (!blind) {
        LOG.warn("for now, nothing can be said of who waits in vain", e);
      }
      blind = true;
    } finally {
      long took = System.nanoTime() - start;
      notBefore = System.nanoTime() + Math.max(PAUSE_NANOS, REST * took);
      asked.remove(space);
    }
  }

  private static boolean isOld(Sight sight, Moment now) {
    return sight.ended().shownUntil(now).compareTo(FORGOTTEN_AFTER) > 0;
  }

  private static ScheduledThreadPoolExecutor thread() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "agent-sync-lookout");
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());
    executor.setKeepAliveTime(5, TimeUnit.SECONDS);
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }
}
