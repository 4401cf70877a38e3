package io.agentsync.journal.memory;

import io.agentsync.journal.Doorbell;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.Space;
import io.agentsync.model.Durability;
import io.agentsync.model.Moment;
import io.agentsync.model.StoreBusyException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A store in memory. */
final class MemoryStore implements JournalStore {

  private final String location;
  private final Durability durability;
  private final Map<JournalName, MemoryLog> standing = new ConcurrentSkipListMap<>();
  private final Map<JournalName, byte[]> tombstones = new ConcurrentSkipListMap<>();
  private final Map<String, Semaphore> locks = new ConcurrentHashMap<>();
  private final Map<JournalName, List<Removed>> removed = new ConcurrentSkipListMap<>();
  private final Map<String, MemorySession> sessions = new ConcurrentSkipListMap<>();
  private final Map<String, MemoryDoorbell> bells = new ConcurrentHashMap<>();
  private final AtomicLong sessionCount = new AtomicLong();

  /** A journal in history, and when it came there. */
  private record Removed(JournalName name, MemoryLog log, long nanos) {
    Duration age(long now) {
      return Duration.ofNanos(now - nanos);
    }
  }

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
  public boolean onOneMachine() {
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
  public List<JournalName> list(Space space) {
    return in(space, standing);
  }

  @Override
  public List<Space> spaces(String kind) {
    return Stream.of(standing, removed, tombstones)
        .flatMap(names -> names.keySet().stream())
        .map(JournalName::space)
        .filter(space -> space.kind().equals(kind))
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public void history(JournalName name, Consumer<Journal> reader) {
    removed.getOrDefault(name, List.of()).forEach(past -> reader.accept(handle(name, past.log())));
  }

  @Override
  public List<JournalName> removed(Space space) {
    return in(space, removed);
  }

  @Override
  public synchronized void remove(Journal journal, byte[] tombstone) {
    if (journal instanceof MemoryJournal mine && journal.stands()) {
      tombstones.put(journal.name(), tombstone.clone());
      removed
          .computeIfAbsent(journal.name(), absent -> new CopyOnWriteArrayList<>())
          .add(new Removed(journal.name(), mine.log(), System.nanoTime()));
      standing.remove(journal.name(), mine.log());
    }
  }

  @Override
  public List<JournalName> tombstones(Space space) {
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
    MemorySession session = new MemorySession(id, began, () -> sessions.remove(id));
    sessions.put(id, session);
    return session;
  }

  @Override
  public List<SessionTrace> sessions() {
    return sessions.values().stream().map(MemorySession::trace).toList();
  }

  @Override
  public Life probe(String session) {
    MemorySession known = sessions.get(session);
    return known == null ? Life.UNKNOWN : known.trace().life();
  }

  @Override
  public List<byte[]> notes(String session) {
    MemorySession known = sessions.get(session);
    return known == null ? List.of() : known.notes();
  }

  @Override
  public void forgetSession(String session) {
    if (probe(session) == Life.DEAD) {
      sessions.remove(session);
    }
  }

  @Override
  public Doorbell doorbell(Session session) {
    return new MemoryDoorbell(session.id(), bells);
  }

  @Override
  public synchronized List<String> prune(Duration age) {
    long now = System.nanoTime();
    List<String> pruned = new ArrayList<>();
    removed
        .values()
        .forEach(
            journals ->
                journals.removeIf(
                    past ->
                        past.age(now).compareTo(age) >= 0 && pruned.add("history/" + past.name())));
    removed.values().removeIf(List::isEmpty);
    return pruned;
  }

  @Override
  public void close() {
    // The store stays for the others in this JVM.
  }

  private Journal handle(JournalName name, MemoryLog log) {
    return new MemoryJournal(name, location + "/" + name, log, () -> standing.get(name) == log);
  }

  private static List<JournalName> in(Space space, Map<JournalName, ?> names) {
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
