package io.agentsync.journal.memory;

import io.agentsync.journal.JournalStore.Holder;
import io.agentsync.journal.JournalStore.Life;
import io.agentsync.journal.JournalStore.Session;
import io.agentsync.journal.JournalStore.SessionTrace;
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
    changed.forEach(
        (slot, note) -> {
          if (note.length > LONGEST_NOTE) {
            throw new IllegalArgumentException("a note of " + note.length + " bytes is too long");
          }
          while (notes.size() <= slot) {
            notes.add(new byte[0]);
          }
          notes.set(slot, note.clone());
        });
  }

  @Override
  public synchronized void end(Moment at) {
    if (ended == null) {
      ended = at;
    }
  }

  @Override
  public synchronized void close() {
    if (ended == null) {
      forget.run();
    }
  }

  synchronized List<byte[]> notes() {
    return List.copyOf(notes);
  }

  synchronized SessionTrace trace() {
    return new SessionTrace(
        id,
        Optional.of(began),
        Optional.ofNullable(ended),
        Optional.of(new Holder(ProcessHandle.current().pid(), "this-jvm")),
        ended == null ? Life.ALIVE : Life.DEAD);
  }
}
