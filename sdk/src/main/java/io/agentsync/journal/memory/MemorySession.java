package io.agentsync.journal.memory;

import io.agentsync.journal.JournalStore.Holder;
import io.agentsync.journal.JournalStore.Life;
import io.agentsync.journal.JournalStore.Session;
import io.agentsync.journal.JournalStore.SessionTrace;
import io.agentsync.journal.Notes;
import io.agentsync.model.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A session in memory: it lives until it is closed or ended, as this JVM does. */
final class MemorySession implements Session {

  private final String id;
  private final Moment began;
  private final Runnable forget;
  private final List<byte[]> notes = new ArrayList<>();
  private @Nullable Moment ended;
  private boolean over;

  MemorySession(String id, Moment began, Runnable forget) {
    this.id = id;
    this.began = began;
    this.forget = forget;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public synchronized void note(SortedMap<Integer, byte[]> changed) {
    Notes.require(changed);
    if (over) {
      return;
    }
    changed.forEach(
        (slot, note) -> {
          while (notes.size() <= slot) {
            notes.add(new byte[0]);
          }
          notes.set(slot, note.clone());
        });
  }

  @Override
  public synchronized void end(Moment at) {
    if (!over) {
      over = true;
      ended = at;
    }
  }

  @Override
  public synchronized void close() {
    if (!over) {
      over = true;
      forget.run();
    }
  }

  synchronized List<byte[]> notes() {
    return notes.stream().map(byte[]::clone).toList();
  }

  synchronized SessionTrace trace() {
    return new SessionTrace(
        id,
        Optional.of(began),
        Optional.ofNullable(ended),
        Optional.of(new Holder(ProcessHandle.current().pid(), "this-jvm")),
        life());
  }

  /** One that was closed without a trace may still be in somebody's hands: it says nothing. */
  private Life life() {
    if (ended != null) {
      return Life.DEAD;
    }
    return over ? Life.UNKNOWN : Life.ALIVE;
  }
}
