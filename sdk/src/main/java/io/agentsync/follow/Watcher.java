package io.agentsync.follow;

import io.agentsync.journal.Doorbell;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.Space;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of a process that watches for all its agents: it looks at a journal when its bell
 * rings, when a deadline runs out, and once a second while somebody waits (W-1).
 */
final class Watcher {

  private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);
  private static final Duration NOBODY_WAITS = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Doorbell bell;
  private final Map<JournalName, PointLane> lanes;
  private final Consumer<JournalName> elsewhere;
  private final Set<Space> spaces = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile long wakesAt;
  private volatile boolean expectedSooner;
  private volatile boolean stopped;

  /**
   * Not watching yet.
   *
   * @param elsewhere told of changes in journals that have no lane
   */
  Watcher(Doorbell bell, Map<JournalName, PointLane> lanes, Consumer<JournalName> elsewhere) {
    this.bell = bell;
    this.lanes = lanes;
    this.elsewhere = elsewhere;
    this.wakesAt = System.nanoTime();
    this.thread = new Thread(this::watch, "agent-sync-watcher");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Makes sure that it looks in time at a lane where somebody has begun to wait. */
  void expect(PointLane lane) {
    OptionalLong look = lane.looksAgainAt();
    if (look.isPresent() && look.getAsLong() - wakesAt < 0) {
      expectedSooner = true;
      bell.wake();
    }
  }

  /** Makes sure that changes in a space are heard. */
  void listenTo(Space space) {
    if (spaces.add(space)) {
      bell.listenTo(space);
    }
  }

  void ring(Set<String> sessions, JournalName journal) {
    bell.ring(sessions, journal);
  }

  void stop() {
    stopped = true;
    bell.wake();
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive() && Thread.currentThread() != thread) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    bell.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whatever goes wrong, it goes on: nobody else ends what is overdue for those who wait. */
  private void watch() {
    boolean failing = false;
    while (!stopped) {
      try {
        listenAndLook();
        failing = false;
      } catch (RuntimeException e) {
        if (!failing) {
          LOG.error("the watcher goes on after an unexpected failure, looking once a second", e);
        }
        failing = true;
        LockSupport.parkNanos(this, PAUSE.toNanos());
      }
    }
  }

  private void listenAndLook() {
    long now = System.nanoTime();
    // Between two looks nobody who is rung at, and comes again, need get it up to be told when.
    if (expectedSooner || now - wakesAt >= 0) {
      expectedSooner = false;
      // Said before it looks at the lanes: who begins to wait in between sees it, and wakes it.
      wakesAt = now + NOBODY_WAITS.toNanos();
      wakesAt = nextLook(now);
    }
    Failures failures = new Failures();
    Set<JournalName> heard = new HashSet<>();
    failures.of(() -> heard.addAll(bell.await(Duration.ofNanos(Math.max(0, wakesAt - now)))));
    heard.forEach(changed -> failures.of(() -> hear(changed)));
    long then = System.nanoTime();
    if (then - wakesAt >= 0) {
      for (PointLane lane : lanes.values()) {
        if (due(lane, then)) {
          failures.of(lane::look);
        }
      }
    }
    failures.throwLast();
  }

  private void hear(JournalName changed) {
    PointLane lane = lanes.get(changed);
    if (lane == null) {
      elsewhere.accept(changed);
    } else if (due(lane, System.nanoTime())) {
      lane.look();
    } else {
      lane.hear();
    }
  }

  /** One thing that goes wrong keeps it from nothing else. */
  private static final class Failures {

    private @Nullable RuntimeException last;

    void of(Runnable work) {
      try {
        work.run();
      } catch (RuntimeException e) {
        last = e;
      }
    }

    void throwLast() {
      if (last != null) {
        throw last;
      }
    }
  }

  private long nextLook(long now) {
    long next = now + NOBODY_WAITS.toNanos();
    for (PointLane lane : lanes.values()) {
      OptionalLong look = lane.looksAgainAt();
      if (look.isPresent() && look.getAsLong() - next < 0) {
        next = look.getAsLong();
      }
    }
    return next;
  }

  private static boolean due(PointLane lane, long now) {
    OptionalLong look = lane.looksAgainAt();
    return look.isPresent() && look.getAsLong() - now <= 0;
  }
}
