package io.agentsync.journal.memory;

import io.agentsync.journal.Entry;
import java.util.ArrayList;
import java.util.List;

/** The records of one journal, for any number of threads. */
final class MemoryLog {

  private final List<Entry> entries = new ArrayList<>();

  synchronized void append(List<byte[]> records) {
    for (byte[] record : records) {
      entries.add(new Entry(record.clone(), entries.size()));
    }
  }

  synchronized List<Entry> from(int position) {
    return List.copyOf(entries.subList(position, entries.size()));
  }
}
