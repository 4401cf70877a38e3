package io.agentsync.testkit;

import static io.agentsync.testkit.Records.POINT;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.Space;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a removal leaves is there before it, until it is forgotten. */
public interface TombstoneContract extends StoreOpener {

  /** Where nothing was removed there is no tombstone. */
  @Test
  default void tombstone_isNoneWhereNothingWasRemoved() {
    try (JournalStore store = open();
        Journal journal = store.create(POINT)) {
      assertThat(journal.stands()).isTrue();
      assertThat(store.tombstone(POINT)).isEmpty();
      assertThat(store.tombstones(Records.SPACE)).isEmpty();
    }
  }

  /** It outlives the successor's creation, and each removal leaves its own. */
  @Test
  default void tombstone_isThatOfTheLastRemoval() {
    try (JournalStore store = open()) {
      for (String left : List.of("first", "second", "third")) {
        try (Journal journal = store.create(POINT)) {
          store.remove(journal, Records.bytes(left));
        }
        store.create(POINT).close();
        assertThat(store.tombstone(POINT)).map(Records::text).hasValue(left);
      }
    }
  }

  /** All there are can be found, sorted, in their space. */
  @Test
  default void tombstones_areListedSorted() {
    List<JournalName> names = List.of(Records.point("B"), Records.point("a"), Records.point("b/c"));
    try (JournalStore store = open()) {
      for (JournalName name : names) {
        try (Journal journal = store.create(name)) {
          store.remove(journal, Records.bytes("gone"));
        }
      }
      assertThat(store.tombstones(Records.SPACE)).containsExactlyElementsOf(names).isSorted();
      assertThat(store.tombstones(Space.of("agents"))).isEmpty();
    }
  }

  /** A forgotten one is gone, and forgetting again does nothing. */
  @Test
  default void tombstone_isGoneWhenForgotten() {
    try (JournalStore store = open();
        Journal journal = store.create(POINT)) {
      store.remove(journal, Records.bytes("gone"));
      store.forgetTombstone(POINT);
      store.forgetTombstone(POINT);

      assertThat(store.tombstone(POINT)).isEmpty();
      assertThat(store.tombstones(Records.SPACE)).isEmpty();
    }
  }

  /** Read after opening, it is at least as new as the journal that was found, or not. */
  @Test
  default void tombstone_isThereBeforeTheRemoval() throws Exception {
    int rounds = 100;
    AtomicInteger underway = new AtomicInteger();
    Crowd.of(
        2, member -> () -> member == 0 ? removeAll(rounds, underway) : readAll(rounds, underway));
  }

  /** Puts a numbered journal under the name, and takes it away, leaving its number. */
  private boolean removeAll(int rounds, AtomicInteger underway) {
    try (JournalStore store = open()) {
      for (int round = 1; round <= rounds; round++) {
        try (Journal journal = store.create(POINT)) {
          journal.append(Records.of(Integer.toString(round)));
          store.remove(journal, Records.bytes(Integer.toString(round)));
          underway.set(round);
        }
      }
    }
    return true;
  }

  private boolean readAll(int rounds, AtomicInteger underway) {
    try (JournalStore store = open()) {
      while (underway.get() < rounds) {
        int removed = underway.get();
        int standing = standing(store);
        int left = number(store.tombstone(POINT));
        assertThat(left).isGreaterThanOrEqualTo(Math.max(removed, standing - 1));
      }
    }
    return true;
  }

  /** The number of the journal that stands; 0 if there is none. */
  private static int standing(JournalStore store) {
    Optional<Journal> found = store.open(POINT);
    if (found.isEmpty()) {
      return 0;
    }
    try (Journal journal = found.get()) {
      List<String> records = Records.readOn(journal);
      return records.isEmpty() ? 0 : Integer.parseInt(records.get(0));
    }
  }

  private static int number(Optional<byte[]> tombstone) {
    return tombstone.map(Records::text).map(Integer::parseInt).orElse(0);
  }
}
