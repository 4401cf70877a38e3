package io.agentsync.journal;

import io.agentsync.model.Durability;
import io.agentsync.model.Moment;
import io.agentsync.model.StoreBusyException;
import io.agentsync.model.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A place where journals live, shared by any number of processes.
 *
 * <p>Implementing classes promise, to every process that uses the same location:
 *
 * <ul>
 *   <li>Every journal has one total order of records, the same for everybody, and it only grows.
 *   <li>A name stands for at most one journal at a time. A journal that was removed never comes
 *       back; what is created later under its name is another one.
 *   <li>"There is none" is said only when it is known. Whatever else is wrong is a {@link
 *       StoreException} that names the place and the reason.
 *   <li>All methods may be called by any thread, may block for I/O, and are not cut short by an
 *       interrupt, which stays set.
 * </ul>
 */
public interface JournalStore extends AutoCloseable {

  /** Where it is, in the words that reports use. */
  String location();

  /** Whether the store has been created; a place where one could be is none yet. */
  boolean exists();

  /** Whether there is anything at its location: the store, or a place where it can be created. */
  boolean locationExists();

  /** What it promises to outlive. */
  Durability durability();

  /** The journal that stands under {@code name} now; empty if there is none. */
  Optional<Journal> open(JournalName name);

  /** The journal that stands under {@code name}; an empty one is created if there is none. */
  Journal create(JournalName name);

  /**
   * What the last removal under {@code name} left; empty if there was none. Read after {@link
   * #open} it is at least as new as what stood there then.
   */
  Optional<byte[]> tombstone(JournalName name);

  /** The names in a space under which a journal stands, sorted. */
  List<JournalName> list(String space);

  /**
   * Removes a journal, in one step to its readers: it stops standing under its name, and what was
   * read through open {@link Journal}s stays readable. The tombstone is there before that. Doing it
   * again does nothing.
   *
   * <p>To be called while holding {@link #exclusive} on the name.
   *
   * @param tombstone what to leave for those who come later
   */
  void remove(Journal journal, byte[] tombstone);

  /** The names in a space that have a tombstone, sorted. */
  List<JournalName> tombstones(String space);

  /**
   * Forgets the tombstone of {@code name}, if there is one.
   *
   * <p>To be called while holding the lock under which journals are removed.
   */
  void forgetTombstone(JournalName name);

  /**
   * Takes a lock that only one holder in all processes can have; the death of a holder frees it.
   *
   * @param purpose which lock: a lower-case word
   * @param patience how long to wait for it
   * @throws StoreBusyException if somebody else held it all that time
   */
  Exclusive exclusive(String purpose, Duration patience);

  /**
   * Begins a session: a token that lives as long as this process does, or until it is closed.
   *
   * @param began when the process began to take part
   */
  Session openSession(Moment began);

  /** The sessions that have left a trace, dead ones included. */
  List<SessionTrace> sessions();

  /** Whether the session of that id lives; never guesses. */
  Liveness probe(String session);

  /** Clears the trace of a session that is {@link Liveness#DEAD}; others are left alone. */
  void forgetSession(String session);

  /**
   * The doorbell of a session of this process, for the journals of one space. To be closed by the
   * caller.
   */
  Doorbell doorbell(Session session, String space);

  /**
   * Deletes removed journals whose removal is longer ago than {@code age}, and what processes that
   * died in the middle of something left lying.
   *
   * @return what was deleted, as reports name it
   */
  List<String> prune(Duration age);

  /** Frees what this process holds open. Nothing of it may be used afterwards. */
  @Override
  void close();

  /** A lock that is held until it is closed. */
  interface Exclusive extends AutoCloseable {
    @Override
    void close();
  }

  /** A token of life. */
  interface Session extends AutoCloseable {
    /** Its id: unique for all time, letters, digits and {@code -}. */
    String id();

    /** Ends it in good order. */
    @Override
    void close();
  }

  /**
   * What is known of a session.
   *
   * @param id its id
   * @param began when it began
   * @param liveness whether it lives
   */
  record SessionTrace(String id, Optional<Moment> began, Liveness liveness) {}

  /** What can be said of a session. */
  enum Liveness {
    ALIVE,
    /** Proven: the process that held it is gone. */
    DEAD,
    /** Nothing can be said. */
    UNKNOWN
  }
}
