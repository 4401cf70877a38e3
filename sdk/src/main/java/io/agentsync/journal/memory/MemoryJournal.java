package io.agentsync.journal.memory;

import io.agentsync.journal.Entry;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One journal in memory, held open. */
final class MemoryJournal implements Journal {

  private final JournalName name;
  private final String place;
  private final MemoryLog log;
  private final BooleanSupplier stands;
  private int position;

  MemoryJournal(JournalName name, String place, MemoryLog log, BooleanSupplier stands) {
    this.name = name;
    this.place = place;
    this.log = log;
    this.stands = stands;
  }

  MemoryLog log() {
    return log;
  }

  @Override
  public JournalName name() {
    return name;
  }

  @Override
  public String place() {
    return place;
  }

  @Override
  public List<Entry> read() {
    List<Entry> entries = log.from(position);
    position += entries.size();
    return entries;
  }

  @Override
  public boolean append(List<byte[]> records) {
    log.append(records);
    return stands();
  }

  @Override
  public boolean stands() {
    return stands.getAsBoolean();
  }

  @Override
  public void sync() {
    // Nothing outlives the JVM.
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
