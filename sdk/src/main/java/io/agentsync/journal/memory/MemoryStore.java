package io.agentsync.journal.memory;

import io.agentsync.journal.Doorbell;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.Durability;
import io.agentsync.model.Moment;
import io.agentsync.model.StoreBusyException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A store in memory. */
final class MemoryStore implements JournalStore {

  private final String location;
  private final Durability durability;
  private final Map<JournalName, MemoryLog> standing = new ConcurrentSkipListMap<>();
  private final Map<JournalName, byte[]> tombstones = new ConcurrentSkipListMap<>();
  private final Map<String, Semaphore> locks = new ConcurrentHashMap<>();
  private final Map<String, Moment> sessions = new ConcurrentSkipListMap<>();
  private final Map<String, MemoryDoorbell> bells = new ConcurrentHashMap<>();
  private final AtomicLong sessionCount = new AtomicLong();

  MemoryStore(String location, Durability durability) {
    this.location = location;
    this.durability = durability;
  }

  @Override
  public String location() {
    return location;
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public boolean locationExists() {
    return true;
  }

  @Override
  public Durability durability() {
    return durability;
  }

  @Override
  public Optional<Journal> open(JournalName name) {
    MemoryLog log = standing.get(name);
    return log == null ? Optional.empty() : Optional.of(handle(name, log));
  }

  @Override
  public Journal create(JournalName name) {
    return handle(name, standing.computeIfAbsent(name, absent -> new MemoryLog()));
  }

  @Override
  public Optional<byte[]> tombstone(JournalName name) {
    return Optional.ofNullable(tombstones.get(name)).map(byte[]::clone);
  }

  @Override
  public List<JournalName> list(String space) {
    return in(space, standing);
  }

  @Override
  public void remove(Journal journal, byte[] tombstone) {
    if (journal instanceof MemoryJournal mine && journal.stands()) {
      tombstones.put(journal.name(), tombstone.clone());
      standing.remove(journal.name(), mine.log());
    }
  }

  @Override
  public List<JournalName> tombstones(String space) {
    return in(space, tombstones);
  }

  @Override
  public void forgetTombstone(JournalName name) {
    tombstones.remove(name);
  }

  @Override
  public Exclusive exclusive(String purpose, Duration patience) {
    Semaphore lock = locks.computeIfAbsent(purpose, absent -> new Semaphore(1));
    if (!acquire(lock, patience)) {
      throw new StoreBusyException(location + "/" + purpose, "another thread is at it; try again");
    }
    AtomicBoolean held = new AtomicBoolean(true);
    return () -> {
      if (held.getAndSet(false)) {
        lock.release();
      }
    };
  }

  @Override
  public Session openSession(Moment began) {
    String id = "m" + sessionCount.incrementAndGet();
    sessions.put(id, began);
    return new Session() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public void close() {
        sessions.remove(id);
      }
    };
  }

  @Override
  public List<SessionTrace> sessions() {
    return sessions.entrySet().stream()
        .map(
            session ->
                new SessionTrace(session.getKey(), Optional.of(session.getValue()), Liveness.ALIVE))
        .toList();
  }

  @Override
  public Liveness probe(String session) {
    return sessions.containsKey(session) ? Liveness.ALIVE : Liveness.UNKNOWN;
  }

  @Override
  public void forgetSession(String session) {
    // None can be dead: all share the life of this JVM.
  }

  @Override
  public Doorbell doorbell(Session session, String space) {
    return new MemoryDoorbell(session.id(), bells);
  }

  @Override
  public List<String> prune(Duration age) {
    return List.of();
  }

  @Override
  public void close() {
    // The store stays for the others in this JVM.
  }

  private Journal handle(JournalName name, MemoryLog log) {
    return new MemoryJournal(name, location + "/" + name, log, () -> standing.get(name) == log);
  }

  private static List<JournalName> in(String space, Map<JournalName, ?> names) {
    return names.keySet().stream().filter(name -> name.space().equals(space)).toList();
  }

  private static boolean acquire(Semaphore lock, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return lock.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
