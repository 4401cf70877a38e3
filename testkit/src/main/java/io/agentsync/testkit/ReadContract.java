package io.agentsync.testkit;

import static io.agentsync.testkit.Records.POINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.agentsync.journal.Entry;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Reading follows a journal, and what was read can be made to last. */
public interface ReadContract extends StoreOpener {

  /** A new journal is empty. */
  @Test
  default void read_ofANewJournalIsEmpty() {
    try (JournalStore store = open();
        Journal journal = store.create(POINT)) {
      assertThat(journal.read()).isEmpty();
    }
  }

  /** Each call gives what has come since the one before. */
  @Test
  default void read_goesOnWhereItEnded() {
    try (JournalStore store = open();
        Journal writer = store.create(POINT);
        Journal reader = store.open(POINT).orElseThrow()) {
      writer.append(Records.of("one", "two"));
      assertThat(Records.readOn(reader)).containsExactly("one", "two");
      assertThat(Records.readOn(reader)).isEmpty();

      writer.append(Records.of("three"));
      assertThat(Records.readOn(reader)).containsExactly("three");
    }
  }

  /** Each handle reads from the beginning, whatever others have read. */
  @Test
  default void read_beginsAtTheBeginningForEachHandle() {
    try (JournalStore store = open();
        Journal first = store.create(POINT);
        Journal second = store.create(POINT)) {
      first.append(Records.of("one"));

      assertThat(Records.readOn(first)).containsExactly("one");
      assertThat(Records.readOn(second)).containsExactly("one");
    }
  }

  /** Positions go up, so that messages can say where something stands. */
  @Test
  default void read_givesPositionsThatGoUp() {
    try (JournalStore store = open();
        Journal journal = store.create(POINT)) {
      journal.append(Records.of("one", "two"));
      journal.append(Records.of("three"));

      assertThat(journal.read().stream().map(Entry::position))
          .hasSize(3)
          .doesNotHaveDuplicates()
          .isSorted();
    }
  }

  /** Whoever says that a read saw everything has given everything. */
  @Test
  default void drained_isNotSaidWhileThereIsMore() {
    try (JournalStore store = open();
        Journal writer = store.create(POINT);
        Journal reader = store.open(POINT).orElseThrow()) {
      appendMuch(writer);
      int seen = 0;
      int given;
      do {
        given = reader.read().size();
        seen += given;
      } while (given > 0 && !reader.drained());

      assertThat(seen).isEqualTo(200);
      writer.append(Records.of("one"));
      assertThat(Records.readOn(reader)).containsExactly("one");
    }
  }

  /** Nor behind an append. */
  @Test
  default void drained_isNotSaidBehindAnAppendWhileThereIsMore() {
    try (JournalStore store = open();
        Journal writer = store.create(POINT);
        Journal reader = store.open(POINT).orElseThrow()) {
      appendMuch(writer);
      int given = reader.appendAndRead(Records.of("mine")).read().size();
      int seen = given;
      while (given > 0 && !reader.drained()) {
        given = reader.read().size();
        seen += given;
      }
      assertThat(seen).isEqualTo(201);
    }
  }

  /** A record that is still being written is not seen in part. */
  @Test
  default void read_givesOnlyWholeRecords() throws Exception {
    String whole = "<" + "x".repeat(100_000) + ">";
    int count = 60;
    List<Callable<Boolean>> work =
        List.of(() -> write(whole, count), () -> sees(whole, count), () -> sees(whole, count));

    assertThat(Crowd.of(work.size(), work::get)).containsOnly(true);
  }

  /** What was read can be synced, by writers, mere readers, and for a journal that was removed. */
  @Test
  default void sync_returnsForWritersAndReaders() {
    try (JournalStore store = open();
        Journal writer = store.create(POINT);
        Journal reader = store.open(POINT).orElseThrow()) {
      writer.append(Records.of("one"));
      reader.read();

      assertThatCode(writer::sync).doesNotThrowAnyException();
      assertThatCode(reader::sync).doesNotThrowAnyException();
      store.remove(writer, Records.bytes("gone"));
      assertThatCode(reader::sync).doesNotThrowAnyException();
      assertThat(Records.readOn(writer)).containsExactly("one");
    }
  }

  /** Closing a handle takes nothing from the others. */
  @Test
  default void close_leavesTheJournalAndOtherHandlesAlone() {
    try (JournalStore store = open();
        Journal kept = store.create(POINT)) {
      store.create(POINT).close();
      kept.append(Records.of("one"));

      assertThat(kept.stands()).isTrue();
      assertThat(Records.readOn(kept)).containsExactly("one");
    }
  }

  /** 200 records, of four megabytes together. */
  private static void appendMuch(Journal writer) {
    byte[] longOne = Records.bytes("x".repeat(40_000));
    for (int i = 0; i < 100; i++) {
      writer.append(List.of(longOne, Records.bytes("short")));
    }
  }

  private boolean write(String record, int count) {
    try (JournalStore store = open();
        Journal journal = store.create(POINT)) {
      for (int i = 0; i < count; i++) {
        journal.append(Records.of(record));
      }
    }
    return true;
  }

  private boolean sees(String record, int count) {
    List<String> seen = new ArrayList<>();
    try (JournalStore store = open();
        Journal journal = store.create(POINT)) {
      boolean all =
          Eventually.so(() -> seen.addAll(Records.readOn(journal)) && seen.size() >= count);
      return all && seen.stream().allMatch(record::equals);
    }
  }
}
