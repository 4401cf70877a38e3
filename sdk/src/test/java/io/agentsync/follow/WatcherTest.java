package io.agentsync.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.journal.Doorbell;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.Space;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The one thread on which everybody's deadline rests survives what it cannot know. */
class WatcherTest {

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
