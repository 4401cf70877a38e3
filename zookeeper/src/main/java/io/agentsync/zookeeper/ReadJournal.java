package io.agentsync.zookeeper;

import io.agentsync.journal.Entry;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A removed journal of which the beginning has been read: all of it as a rule, so that nobody sees
 * it in part while it is being deleted.
 */
final class ReadJournal implements Journal {

  private static final long ENOUGH = 8L * 1024 * 1024;

  private final Journal journal;
  private List<Entry> beginning;

  private ReadJournal(Journal journal, List<Entry> beginning) {
    this.journal = journal;
    this.beginning = beginning;
  }

  /**
   * Reads it.
   *
   * @param mark what is said of it afterwards
   * @return empty if it is being deleted, so that what was read may not be all there was
   */
  static Optional<Journal> of(ZooKeeperJournal journal, Supplier<Mark> mark) {
    List<Entry> beginning = new ArrayList<>();
    List<Entry> some = journal.read();
    while (!some.isEmpty()) {
      beginning.addAll(some);
      some = journal.bytes() < ENOUGH ? journal.read() : List.of();
    }
    return mark.get() == Mark.PRUNED
        ? Optional.empty()
        : Optional.of(new ReadJournal(journal, beginning));
  }

  @Override
  public JournalName name() {
    return journal.name();
  }

  @Override
  public String place() {
    return journal.place();
  }

  @Override
  public List<Entry> read() {
    if (beginning.isEmpty()) {
      return journal.read();
    }
    List<Entry> read = beginning;
    beginning = List.of();
    return read;
  }

  @Override
  public boolean append(List<byte[]> records) {
    return journal.append(records);
  }

  @Override
  public boolean stands() {
    return false;
  }

  @Override
  public void sync() {
    journal.sync();
  }

  @Override
  public void close() {
    journal.close();
  }
}
