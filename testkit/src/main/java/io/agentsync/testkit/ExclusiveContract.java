package io.agentsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Exclusive;
import io.agentsync.model.StoreBusyException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A lock has one holder, and nobody waits for it longer than he would. */
public interface ExclusiveContract extends StoreOpener {

  /** Who waits is told within his patience that somebody else holds it. */
  @Test
  default void exclusive_hasOneHolder_secondIsBusyWithinItsPatience() {
    Duration patience = Duration.ofMillis(200);
    try (JournalStore store = open();
        JournalStore other = open();
        Exclusive held = store.exclusive("removal", Duration.ZERO)) {
      long start = System.nanoTime();
      assertBusy(other, "removal", patience);

      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(patience, patience.plusSeconds(5));
      assertThat(held).isNotNull();
    }
  }

  /** Nor can its holder have it twice. */
  @Test
  default void exclusive_isNotForItsHolderTwice() {
    try (JournalStore store = open();
        Exclusive held = store.exclusive("removal", Duration.ZERO)) {
      assertThat(held).isNotNull();
      assertBusy(store, "removal", Duration.ofMillis(20));
    }
  }

  /** Closing frees it. */
  @Test
  default void exclusive_isFreedOnClose() {
    try (JournalStore store = open();
        JournalStore other = open()) {
      store.exclusive("removal", Duration.ZERO).close();
      other.exclusive("removal", Duration.ofSeconds(5)).close();
      store.exclusive("removal", Duration.ofSeconds(5)).close();
    }
  }

  /** Closing twice does not free it for a third while a second holds it. */
  @Test
  default void exclusive_closedTwiceIsFreedOnce() {
    try (JournalStore store = open()) {
      Exclusive first = store.exclusive("removal", Duration.ZERO);
      first.close();
      try (Exclusive second = store.exclusive("removal", Duration.ofSeconds(5))) {
        first.close();

        assertThat(second).isNotNull();
        assertBusy(store, "removal", Duration.ofMillis(20));
      }
    }
  }

  /** Any thread may free it. */
  @Test
  default void exclusive_mayBeClosedByAnotherThread() throws Exception {
    try (JournalStore store = open()) {
      Exclusive held = store.exclusive("removal", Duration.ZERO);
      Crowd.of(1, member -> closing(held));

      store.exclusive("removal", Duration.ofSeconds(5)).close();
    }
  }

  /** Locks for different purposes do not get into each other's way. */
  @Test
  default void exclusive_purposesAreApart() {
    try (JournalStore store = open();
        Exclusive removal = store.exclusive("removal", Duration.ZERO);
        Exclusive cleanup = store.exclusive("cleanup", Duration.ZERO)) {
      assertThat(List.of(removal, cleanup)).doesNotHaveDuplicates();
    }
  }

  /** What is done under it is done by one at a time: an unguarded counter comes out right. */
  @Test
  default void exclusive_guardsACounter() throws Exception {
    int times = 40;
    int[] counter = new int[1];
    Crowd.of(4, member -> () -> count(counter, times));

    assertThat(counter[0]).isEqualTo(4 * times);
  }

  private boolean count(int[] counter, int times) {
    try (JournalStore store = open()) {
      for (int i = 0; i < times; i++) {
        try (Exclusive held = store.exclusive("counter", Duration.ofSeconds(30))) {
          int before = counter[0];
          LockSupport.parkNanos(1_000);
          counter[0] = before + 1;
        }
      }
    }
    return true;
  }

  private static Callable<Boolean> closing(Exclusive held) {
    return () -> {
      held.close();
      return true;
    };
  }

  private static void assertBusy(JournalStore store, String purpose, Duration patience) {
    assertThatThrownBy(() -> store.exclusive(purpose, patience).close())
        .isInstanceOf(StoreBusyException.class);
  }
}
