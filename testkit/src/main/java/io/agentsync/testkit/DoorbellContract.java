package io.agentsync.testkit;

import static io.agentsync.testkit.Records.POINT;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.journal.Doorbell;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Session;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A doorbell is a hint, which gets there as a rule, and never gets into anybody's way. */
public interface DoorbellContract extends StoreOpener {

  /** A ring after an append is heard by the session it is for. */
  @Test
  default void doorbell_ringIsHeard() {
    try (JournalStore store = open();
        JournalStore other = open();
        Journal journal = store.create(POINT);
        Session mine = store.openSession(new ManualTime().now());
        Session his = other.openSession(new ManualTime().now());
        BellPump ringer = new BellPump(store.doorbell(mine));
        BellPump listener = new BellPump(other.doorbell(his))) {
      boolean heard =
          Eventually.so(
              () -> {
                journal.append(Records.of("news"));
                ringer.ring(Set.of(his.id()), POINT);
                return listener.heard(POINT);
              });

      assertThat(heard).isTrue();
    }
  }

  /** Whoever has heard a ring, and reads on for it, sees what had been appended before. */
  @Test
  default void doorbell_whatWasAppendedBeforeARingIsReadAfterIt() {
    try (JournalStore store = open();
        JournalStore other = open();
        Session mine = store.openSession(new ManualTime().now());
        Session his = other.openSession(new ManualTime().now());
        BellPump ringer = new BellPump(store.doorbell(mine));
        BellPump listener = new BellPump(other.doorbell(his))) {
      for (int number = 0; number < 10; number++) {
        JournalName name = Records.point("point-" + number);
        try (Journal journal = store.create(name);
            Journal reader = other.open(name).orElseThrow()) {
          journal.appendInPassing(Records.of("one", "two"));
          boolean heard =
              Eventually.so(
                  () -> {
                    ringer.ring(Set.of(his.id()), name);
                    return listener.heard(name);
                  });

          assertThat(heard).isTrue();
          assertThat(Records.readOn(reader.readRung(), reader)).containsExactly("one", "two");
        }
      }
    }
  }

  /** Waking ends a wait, also one that begins only afterwards. */
  @Test
  default void doorbell_wakeEndsAwait() {
    try (JournalStore store = open();
        Session session = store.openSession(new ManualTime().now());
        Doorbell bell = store.doorbell(session)) {
      long start = System.nanoTime();
      bell.wake();

      assertThat(bell.await(Duration.ofMinutes(5))).isEmpty();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
    }
  }

  /** Waking ends a wait that has begun. */
  @Test
  default void doorbell_wakeEndsAnAwaitUnderway() throws Exception {
    try (JournalStore store = open();
        Session session = store.openSession(new ManualTime().now());
        Doorbell bell = store.doorbell(session)) {
      Thread waiter = new Thread(() -> bell.await(Duration.ofMinutes(5)));
      waiter.start();
      Eventually.so(
          () -> {
            Thread.State state = waiter.getState();
            return state == Thread.State.TIMED_WAITING || state == Thread.State.RUNNABLE;
          });
      bell.wake();
      waiter.join(Eventually.PATIENCE.toMillis());

      assertThat(waiter.isAlive()).isFalse();
    }
  }

  /** A wait ends when its time is over. */
  @Test
  default void doorbell_awaitEndsWithItsPatience() {
    try (JournalStore store = open();
        Session session = store.openSession(new ManualTime().now());
        Doorbell bell = store.doorbell(session)) {
      assertThat(bell.await(Duration.ofMillis(20))).isEmpty();
      assertThat(bell.await(Duration.ZERO)).isEmpty();
    }
  }

  /** Who is interrupted before waiting waits as long as anybody, and stays interrupted. */
  @Test
  default void doorbell_interruptDoesNotKeepWaitersBusy() throws Exception {
    int waits = 4;
    Duration patience = Duration.ofMillis(50);
    try (JournalStore store = open();
        Session session = store.openSession(new ManualTime().now());
        Doorbell bell = store.doorbell(session)) {
      Duration took =
          interrupted(
              () -> {
                for (int i = 0; i < waits; i++) {
                  assertThat(bell.await(patience)).isEmpty();
                  assertThat(Thread.currentThread().isInterrupted()).isTrue();
                }
              });

      // Some clocks are coarser than others; one wait may have been ended by what was before.
      assertThat(took).isGreaterThan(patience.multipliedBy(waits - 2));
    }
  }

  /** Who is interrupted can be woken and rung at all the same. */
  @Test
  default void doorbell_interruptDoesNotMakeDeaf() throws Exception {
    try (JournalStore store = open();
        JournalStore other = open();
        Journal journal = store.create(POINT);
        Session mine = store.openSession(new ManualTime().now());
        Session his = other.openSession(new ManualTime().now());
        BellPump ringer = new BellPump(store.doorbell(mine));
        Doorbell bell = other.doorbell(his)) {
      bell.listenTo(Records.SPACE);
      Duration took =
          interrupted(
              () -> {
                bell.wake();
                assertThat(bell.await(Duration.ofMinutes(5))).isEmpty();
                assertThat(
                        Eventually.so(
                            () -> {
                              journal.append(Records.of("news"));
                              ringer.ring(Set.of(his.id()), POINT);
                              return bell.await(Duration.ofMillis(200)).contains(POINT);
                            }))
                    .isTrue();
              });

      assertThat(took).isLessThan(Duration.ofMinutes(1));
    }
  }

  /** A thread that is interrupted while it waits ends in time, and stays interrupted. */
  @Test
  default void doorbell_interruptOfAnAwaitUnderwayStaysSet() throws Exception {
    try (JournalStore store = open();
        Session session = store.openSession(new ManualTime().now());
        Doorbell bell = store.doorbell(session)) {
      AtomicBoolean kept = new AtomicBoolean();
      Thread waiter =
          new Thread(
              () -> {
                bell.await(Duration.ofMinutes(5));
                bell.await(Duration.ofMinutes(5));
                kept.set(Thread.currentThread().isInterrupted());
              });
      waiter.start();
      waiter.interrupt();
      boolean over =
          Eventually.so(
              () -> {
                bell.wake();
                return !waiter.isAlive();
              });

      assertThat(over).isTrue();
      assertThat(kept).isTrue();
    }
  }

  /** How long it took on a thread of its own that was interrupted before. */
  private static Duration interrupted(Runnable work) throws Exception {
    return Crowd.of(
            1,
            member ->
                () -> {
                  Thread.currentThread().interrupt();
                  long start = System.nanoTime();
                  work.run();
                  return Duration.ofNanos(System.nanoTime() - start);
                })
        .get(0);
  }

  /** Ringing where nobody is does nothing, and neither does ringing after closing. */
  @Test
  default void doorbell_ringAtUnknownSessionDoesNothing() {
    Set<String> strange = Set.of("1a2b3c", "", "..", "../x", "/", "\0", "é", "x".repeat(5000));
    JournalName nowhere = Records.point("nowhere");
    try (JournalStore store = open();
        Session session = store.openSession(new ManualTime().now())) {
      Doorbell bell = store.doorbell(session);
      bell.ring(strange, nowhere);
      bell.ring(Set.of(), nowhere);

      assertThat(bell.await(Duration.ofMillis(20))).isEmpty();
      bell.close();
      bell.ring(strange, nowhere);
    }
  }

  /** Rings that nobody listens to hold up nobody. */
  @Test
  default void doorbell_isNotHeldUpByWhoDoesNotListen() {
    try (JournalStore store = open();
        Session mine = store.openSession(new ManualTime().now());
        Session deaf = store.openSession(new ManualTime().now());
        Doorbell unheard = store.doorbell(deaf);
        BellPump ringer = new BellPump(store.doorbell(mine))) {
      long start = System.nanoTime();
      for (int i = 0; i < 10_000; i++) {
        ringer.ring(Set.of(deaf.id()), POINT);
      }

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      assertThat(unheard).isNotNull();
    }
  }
}
