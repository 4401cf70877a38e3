package io.agentsync.testkit;

import static io.agentsync.testkit.Records.POINT;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalStore;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What is appended stands whole, in one order, for everybody. */
public interface AppendContract extends StoreOpener {

  /** When an append has returned, everybody finds the record, whenever they opened the journal. */
  @Test
  default void append_standsWholeForEveryReader() {
    try (JournalStore mine = open();
        JournalStore other = open();
        Journal writer = mine.create(POINT);
        Journal early = other.open(POINT).orElseThrow()) {
      assertThat(writer.append(Records.of("one"))).isTrue();

      assertThat(Records.readOn(early)).containsExactly("one");
      assertThat(Records.all(other, POINT)).containsExactly("one");
      assertThat(Records.readOn(writer)).containsExactly("one");
    }
  }

  /** Records of one append stand in the order in which they were given. */
  @Test
  default void append_ofSeveralRecordsKeepsTheirOrder() {
    List<String> records = Records.numbered("writer", 300);
    try (JournalStore store = open();
        Journal writer = store.create(POINT)) {
      assertThat(writer.append(Records.of(records.toArray(String[]::new)))).isTrue();

      assertThat(Records.all(store, POINT)).isEqualTo(records);
    }
  }

  /** Appending and reading on in one go gives what came before, and what was appended. */
  @Test
  default void appendAndRead_givesAllUpToWhatItAppended() {
    try (JournalStore mine = open();
        JournalStore other = open();
        Journal writer = mine.create(POINT);
        Journal another = other.create(POINT)) {
      writer.append(Records.of("one"));
      another.append(Records.of("two"));
      Journal.Appended appended = writer.appendAndRead(Records.of("three", "four"));

      assertThat(appended.stood()).isTrue();
      assertThat(Records.readOn(appended.read(), writer))
          .containsExactly("one", "two", "three", "four");
      another.append(Records.of("five"));
      assertThat(Records.readOn(writer)).containsExactly("five");
    }
  }

  /** What is appended in passing comes in front of what the same process appends next. */
  @Test
  default void appendInPassing_keepsItsPlace() {
    try (JournalStore store = open();
        Journal journal = store.create(POINT)) {
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        journal.appendInPassing(Records.of("a" + i, "b" + i));
        journal.append(Records.of("c" + i));
        expected.addAll(List.of("a" + i, "b" + i, "c" + i));
      }
      assertThat(Records.readOn(journal)).isEqualTo(expected);
    }
  }

  /** It reads on from where the last read ended, and a read goes on from where it ended. */
  @Test
  default void appendAndRead_takesTurnsWithRead() {
    List<String> seen = new ArrayList<>();
    try (JournalStore store = open();
        Journal journal = store.create(POINT)) {
      for (int i = 0; i < 20; i++) {
        journal.append(Records.of("a" + i));
        seen.addAll(Records.readOn(journal.appendAndRead(Records.of("b" + i)).read(), journal));
      }
      assertThat(seen).isEqualTo(Records.all(store, POINT)).hasSize(40);
    }
  }

  /** Whoever appends at the same time, all readers see one order, and each writer's own in it. */
  @Test
  default void append_manyThreadsKeepOneOrder() throws Exception {
    int writers = 4;
    int count = 200;
    Crowd.of(writers, writer -> () -> appendAll("w" + writer, count));
    try (JournalStore store = open();
        JournalStore other = open()) {
      List<String> order = Records.all(store, POINT);

      assertThat(order).hasSize(writers * count).isEqualTo(Records.all(other, POINT));
      for (int writer = 0; writer < writers; writer++) {
        assertThat(Records.by("w" + writer, order))
            .isEqualTo(Records.numbered("w" + writer, count));
      }
    }
  }

  /** Readers that look all the while see beginnings of the same order. */
  @Test
  default void append_onlyEverAddsToWhatWasRead() throws Exception {
    int count = 300;
    List<Callable<List<String>>> work =
        List.of(
            () -> appendAll("a", count),
            () -> appendAll("b", count),
            () -> follow(2 * count),
            () -> follow(2 * count));
    List<List<String>> seen = Crowd.of(work.size(), work::get);
    try (JournalStore store = open()) {
      List<String> order = Records.all(store, POINT);

      assertThat(seen.get(2)).isEqualTo(order);
      assertThat(seen.get(3)).isEqualTo(order);
    }
  }

  /** A record may hold every byte but the line feed. */
  @Test
  default void append_keepsEveryByte() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int value = 0; value < 256; value++) {
      if (value != '\n') {
        bytes.write(value);
      }
    }
    try (JournalStore store = open();
        Journal journal = store.create(POINT)) {
      journal.append(List.of(bytes.toByteArray()));

      assertThat(journal.read()).singleElement().extracting("bytes").isEqualTo(bytes.toByteArray());
    }
  }

  /** The longest record there may be is kept whole. */
  @Test
  default void append_keepsTheLongestRecordWhole() {
    String longest = "x".repeat(256 * 1024);
    try (JournalStore store = open();
        Journal journal = store.create(POINT)) {
      journal.append(Records.of("before", longest, "after"));

      assertThat(Records.readOn(journal)).containsExactly("before", longest, "after");
    }
  }

  /** Appending nothing changes nothing. */
  @Test
  default void append_ofNoRecordsChangesNothing() {
    try (JournalStore store = open();
        Journal journal = store.create(POINT)) {
      assertThat(journal.append(List.of())).isTrue();
      assertThat(journal.read()).isEmpty();
    }
  }

  private List<String> appendAll(String writer, int count) {
    List<String> records = Records.numbered(writer, count);
    try (JournalStore store = open();
        Journal journal = store.create(POINT)) {
      records.forEach(record -> assertThat(journal.append(Records.of(record))).isTrue());
    }
    return records;
  }

  private List<String> follow(int count) {
    List<String> seen = new ArrayList<>();
    try (JournalStore store = open();
        Journal journal = store.create(POINT)) {
      assertThat(Eventually.so(() -> seen.addAll(Records.readOn(journal)) && seen.size() >= count))
          .isTrue();
    }
    return seen;
  }
}
