package io.agentsync.testkit;

import static io.agentsync.testkit.Records.POINT;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Exclusive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A removal is one step to everybody, and takes nothing from who is still reading. */
public interface RemovalContract extends StoreOpener {

  /** Who holds a removed journal goes on reading it, and never sees its successor. */
  @Test
  default void removed_journalStaysReadableThroughOpenHandle() {
    try (JournalStore store = open();
        JournalStore other = open();
        Journal reader = other.create(POINT);
        Journal journal = store.create(POINT)) {
      journal.append(Records.of("one"));
      store.remove(journal, Records.bytes("gone"));
      try (Journal successor = store.create(POINT)) {
        successor.append(Records.of("another"));
      }

      assertThat(reader.stands()).isFalse();
      assertThat(Records.readOn(reader)).containsExactly("one");
      assertThat(reader.stoodWhenRead()).isFalse();
      assertThat(reader.appendAndRead(Records.of("lost")).stood()).isFalse();
    }
  }

  /** After a removal the name is free, for a journal that begins empty. */
  @Test
  default void removed_nameIsFree_andTombstoneIsThere() {
    try (JournalStore store = open();
        JournalStore other = open();
        Journal journal = store.create(POINT)) {
      journal.append(Records.of("one"));
      store.remove(journal, Records.bytes("gone"));

      assertThat(other.open(POINT)).isEmpty();
      assertThat(other.list(Records.SPACE)).isEmpty();
      assertThat(other.tombstone(POINT)).map(Records::text).hasValue("gone");
      try (Journal successor = other.create(POINT)) {
        assertThat(successor.read()).isEmpty();
        assertThat(successor.stands()).isTrue();
        assertThat(journal.stands()).isFalse();
      }
    }
  }

  /** Removing what was removed changes nothing, not even the tombstone. */
  @Test
  default void remove_twiceDoesNothing() {
    try (JournalStore store = open();
        Journal journal = store.create(POINT)) {
      store.remove(journal, Records.bytes("first"));
      store.remove(journal, Records.bytes("second"));

      assertThat(store.tombstone(POINT)).map(Records::text).hasValue("first");
    }
  }

  /** Who holds the predecessor cannot remove the journal that stands now. */
  @Test
  default void remove_ofAnotherJournalUnderTheNameDoesNothing() {
    try (JournalStore store = open();
        Journal old = store.create(POINT);
        Journal stale = store.open(POINT).orElseThrow()) {
      store.remove(old, Records.bytes("first"));
      try (Journal successor = store.create(POINT)) {
        store.remove(stale, Records.bytes("second"));

        assertThat(successor.stands()).isTrue();
        assertThat(store.tombstone(POINT)).map(Records::text).hasValue("first");
      }
    }
  }

  /** An append to what no longer stands says so, by old hands and by new ones. */
  @Test
  default void append_afterRemovalReportsNotStanding() {
    try (JournalStore store = open();
        Journal used = store.create(POINT);
        Journal unused = store.open(POINT).orElseThrow()) {
      used.append(Records.of("one"));
      store.remove(used, Records.bytes("gone"));

      assertThat(used.append(Records.of("two"))).isFalse();
      assertThat(unused.append(Records.of("three"))).isFalse();
      assertThat(store.open(POINT)).isEmpty();
      try (Journal successor = store.create(POINT)) {
        assertThat(unused.append(Records.of("four"))).isFalse();
        assertThat(successor.read()).isEmpty();
      }
    }
  }

  /** While journals are taken away, what was said to stand is in exactly one of them. */
  @Test
  default void append_thatStoodIsInExactlyOneJournal() throws Exception {
    int writers = 3;
    List<List<String>> results =
        Crowd.of(
            writers + 1,
            i ->
                i < writers
                    ? () -> Appending.standing(this, POINT, "w" + i, 400)
                    : () -> removeAll(30));
    List<String> found = results.remove(writers);
    try (JournalStore store = open()) {
      store.open(POINT).ifPresent(last -> found.addAll(Records.readOn(last)));
    }

    assertThat(found).doesNotHaveDuplicates();
    for (List<String> stood : results) {
      assertThat(found).containsAll(stood);
    }
  }

  /** Pruning leaves alone what stands, and what was removed just now. */
  @Test
  default void prune_leavesWhatIsYoungerAlone() {
    try (JournalStore store = open();
        Journal standing = store.create(POINT);
        Journal journal = store.create(Records.point("gone"))) {
      store.remove(journal, Records.bytes("gone"));

      assertThat(store.prune(Duration.ofHours(1))).isEmpty();
      assertThat(standing.stands()).isTrue();
      assertThat(store.tombstones(Records.SPACE)).hasSize(1);
    }
  }

  /** Removes what stands, some times, and returns all that was found in it in the end. */
  private List<String> removeAll(int times) {
    List<Journal> removed = new ArrayList<>();
    List<String> found = new ArrayList<>();
    try (JournalStore store = open()) {
      while (removed.size() < times) {
        Journal journal = store.create(POINT);
        try (Exclusive lock = store.exclusive("removal", Duration.ofSeconds(5))) {
          store.remove(journal, Records.bytes("gone"));
        }
        removed.add(journal);
      }
      for (Journal journal : removed) {
        found.addAll(Records.readOn(journal));
        journal.close();
      }
    }
    return found;
  }
}
