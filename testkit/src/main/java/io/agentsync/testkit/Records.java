package io.agentsync.testkit;

import io.agentsync.journal.Entry;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.Space;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Records as text, so that tests read well. */
final class Records {

  static final Space SPACE = Space.of("syncpoints");
  static final JournalName POINT = point("point");

  private Records() {}

  static JournalName point(String id) {
    return SPACE.journal(id);
  }

  static List<byte[]> of(String... texts) {
    return Stream.of(texts).map(Records::bytes).toList();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Numbered records of one writer: "writer 0", "writer 1", … */
  static List<String> numbered(String writer, int count) {
    return IntStream.range(0, count).mapToObj(number -> writer + " " + number).toList();
  }

  /** What the handle has not read yet. */
  static List<String> readOn(Journal journal) {
    return readOn(journal.read(), journal);
  }

  /** What has been read, and all that comes behind it. */
  static List<String> readOn(List<Entry> first, Journal journal) {
    List<String> texts = new ArrayList<>();
    List<Entry> entries = first;
    while (!entries.isEmpty()) {
      entries.forEach(entry -> texts.add(text(entry.bytes())));
      entries = journal.read();
    }
    return texts;
  }

  /** Everything in the journal that stands under a name, as a new reader finds it. */
  static List<String> all(JournalStore store, JournalName name) {
    try (Journal journal = store.open(name).orElseThrow()) {
      return readOn(journal);
    }
  }

  static String text(byte[] record) {
    return new String(record, StandardCharsets.UTF_8);
  }

  /** Of several writers' records, those of one, in their order. */
  static List<String> by(String writer, List<String> records) {
    return records.stream().filter(record -> record.startsWith(writer + " ")).toList();
  }
}
