package io.agentsync.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.journal.Doorbell;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.Space;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The one thread on which everybody's deadline rests survives what it cannot know. */
class WatcherTest {

  private static final Duration TICK = Duration.ofSeconds(1);

  @Test
  void sp12_aBellThatThrowsNeitherEndsTheWatcherNorKeepsItBusy() throws Exception {
    BrokenBell bell = new BrokenBell();
    Watcher watcher = new Watcher(bell, Map.of(), changed -> {});
    watcher.start();

    assertThat(bell.askedAgain.await(20, TimeUnit.SECONDS)).isTrue();
    long start = System.nanoTime();
    watcher.stop();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(bell.asked).hasValueLessThan(100);
    assertThat(bell.closed.getCount()).isZero();
  }

  /** Else every first arrival of a round would have to get it up. */
  @Test
  void w1_whoIsWaitedForAgainFindsTheWatcherUp() throws Exception {
    PatientBell bell = new PatientBell();
    Party mine = new Party("mine", new ScriptedStore().plain(), new HandTime("here"));
    Watcher watcher = new Watcher(bell, Map.of(Party.POINT, mine.lane()), changed -> {});
    watcher.start();
    try {
      bell.asked.take();
      Duration afterwards = Duration.ofHours(1);
      // A thread that is held up for a second in between has lain down rightly.
      for (int tries = 0; tries < 10 && afterwards.compareTo(TICK) > 0; tries++) {
        mine.call("a", "b");
        watcher.expect(mine.lane());
        bell.asked.take();
        mine.force();
        bell.wake();
        afterwards = bell.asked.take();
      }
      assertThat(afterwards).isLessThanOrEqualTo(TICK);
    } finally {
      watcher.stop();
    }
  }

  /** Tells how long it was to wait, each time. */
  private static final class PatientBell implements Doorbell {
    final BlockingQueue<Duration> asked = new LinkedBlockingQueue<>();
    private final Semaphore wakes = new Semaphore(0);

    @Override
    public void ring(Set<String> sessions, JournalName journal) {}

    @Override
    public void listenTo(Space space) {}

    @Override
    public Set<JournalName> await(Duration patience) {
      asked.add(patience);
      wakes.acquireUninterruptibly();
      return Set.of();
    }

    @Override
    public void wake() {
      wakes.release();
    }

    @Override
    public void close() {}
  }

  private static final class BrokenBell implements Doorbell {
    final AtomicInteger asked = new AtomicInteger();
    final CountDownLatch askedAgain = new CountDownLatch(3);
    final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public void ring(Set<String> sessions, JournalName journal) {}

    @Override
    public void listenTo(Space space) {}

    @Override
    public Set<JournalName> await(Duration patience) {
      asked.incrementAndGet();
      askedAgain.countDown();
      throw new IllegalStateException("on purpose");
    }

    @Override
    public void wake() {}

    @Override
    public void close() {
      closed.countDown();
    }
  }
}
