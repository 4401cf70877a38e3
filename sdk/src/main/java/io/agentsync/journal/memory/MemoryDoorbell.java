package io.agentsync.journal.memory;

import io.agentsync.journal.Doorbell;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.Space;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A doorbell between sessions of one JVM. */
final class MemoryDoorbell implements Doorbell {

  private final String session;
  private final Map<String, MemoryDoorbell> bells;
  private final BlockingQueue<Optional<JournalName>> heard = new LinkedBlockingQueue<>();

  MemoryDoorbell(String session, Map<String, MemoryDoorbell> bells) {
    this.session = session;
    this.bells = bells;
    bells.put(session, this);
  }

  @Override
  public void ring(Set<String> sessions, JournalName journal) {
    for (String rung : sessions) {
      MemoryDoorbell bell = bells.get(rung);
      if (bell != null) {
        bell.heard.add(Optional.of(journal));
      }
    }
  }

  @Override
  public void listenTo(Space space) {
    // Whoever changes something there rings.
  }

  @Override
  public Set<JournalName> await(Duration patience) {
    Set<JournalName> journals = new HashSet<>();
    boolean interrupted = Thread.interrupted();
    try {
      Optional<JournalName> next = heard.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
      while (next != null) {
        next.ifPresent(journals::add);
        next = heard.poll();
      }
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return journals;
  }

  @Override
  public void wake() {
    heard.add(Optional.empty());
  }

  @Override
  public void close() {
    bells.remove(session, this);
  }
}
