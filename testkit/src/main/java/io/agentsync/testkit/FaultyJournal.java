package io.agentsync.testkit;

import io.agentsync.journal.Entry;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import java.util.List;

/** A journal of a {@link FaultyStore}. */
final class FaultyJournal implements Journal {

  private final Journal journal;
  private final FaultPlan plan;

  FaultyJournal(Journal journal, FaultPlan plan) {
    this.journal = journal;
    this.plan = plan;
  }

  /** The journal behind; itself if it is not one of these. */
  static Journal behind(Journal journal) {
    return journal instanceof FaultyJournal faulty ? faulty.journal : journal;
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
  public String nameOf(Entry entry) {
    return journal.nameOf(entry);
  }

  @Override
  public List<Entry> read() {
    return plan.call(Verb.READ, place(), journal::read);
  }

  @Override
  public List<Entry> readRung() {
    return plan.call(Verb.READ, place(), journal::readRung);
  }

  @Override
  public boolean append(List<byte[]> records) {
    return plan.call(Verb.APPEND, place(), () -> journal.append(records));
  }

  @Override
  public boolean stands() {
    return plan.call(Verb.STANDS, place(), journal::stands);
  }

  @Override
  public void sync() {
    plan.call(
        Verb.SYNC,
        place(),
        () -> {
          journal.sync();
          return true;
        });
  }

  @Override
  public void close() {
    journal.close();
  }
}
