package io.agentsync.journal;

import io.agentsync.model.Durability;
import io.agentsync.model.Moment;
import io.agentsync.model.StoreBusyException;
import io.agentsync.model.StoreException;
import io.agentsync.model.StoreUnreachableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

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

  /**
   * Whether all who use it are on one machine, so that what was written in another boot than the
   * present one was written in an earlier one.
   */
  default boolean onOneMachine() {
    return false;
  }

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
  List<JournalName> list(Space space);

  /**
   * The spaces of a kind in which there is a journal, a removed one or a tombstone: the one that is
   * in no run, and those of the runs; sorted.
   */
  List<Space> spaces(String kind);

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

  /**
   * Shows the journals that were removed under {@code name} and not pruned since, the oldest first,
   * each from its beginning and open for as long as it is shown. A journal that is being removed
   * just now may be missing. What the reader throws ends it.
   */
  void history(JournalName name, Consumer<Journal> reader);

  /** The names in a space under which {@link #history} has something, sorted. */
  List<JournalName> removed(Space space);

  /** The names in a space that have a tombstone, sorted. */
  List<JournalName> tombstones(Space space);

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

  /**
   * The sessions that have left a trace, dead ones included. One of which the trace cannot be read
   * is {@link Life#UNKNOWN}, and does not hide the others.
   */
  List<SessionTrace> sessions();

  /** Whether the session of that id lives; never guesses, and never ends it by asking. */
  Life probe(String session);

  /**
   * What a session has noted, by slot, also when it has ended; empty arrays where it has noted
   * nothing, and an empty list if it has noted nothing at all or is not known. A note that is just
   * being written may be seen torn.
   */
  List<byte[]> notes(String session);

  /**
   * Clears all that a session has left that is {@link Life#DEAD}, its notes included; others are
   * left alone.
   */
  void forgetSession(String session);

  /** The doorbell of a session of this process. To be closed by the caller. */
  Doorbell doorbell(Session session);

  /**
   * Deletes removed journals whose removal is longer ago than {@code age}, and what processes that
   * died in the middle of something left lying.
   *
   * @return what was deleted, as reports name it
   */
  List<String> prune(Duration age);

  /**
   * The same store for those who ask again by themselves: where it is cut off, their calls end
   * within about a second with a {@link StoreUnreachableException}, and wait for nothing. Closed
   * with this one.
   */
  default JournalStore hurried() {
    return this;
  }

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
    /** How long a note may be, in bytes. */
    int LONGEST_NOTE = 255;

    /** How many notes a session may have: slots are 0 and up to less than this. */
    int MOST_NOTES = 100_000;

    /**
     * Its id: unique for all time, letters, digits and {@code -}.
     *
     * <p>Where sessions can expire although their process lives, another one is begun in the place
     * of such a one before anything further is written, with what it had noted, and this is the id
     * of that one from then on. The one before is {@link Life#DEAD} to everybody, and stays so.
     */
    String id();

    /**
     * Rewrites notes in place, in as few steps as can be: what everybody may know of this session
     * and what would be too much for a journal. Slots that are not named stay as they are. Not made
     * durable. Does nothing if the session has ended. Any thread may call it.
     *
     * @param notes by slot, less than {@link #MOST_NOTES}; each at most {@link #LONGEST_NOTE} bytes
     *     without a line feed, and without blanks at its end
     * @throws IllegalArgumentException if one of them breaks that rule; then none is written
     */
    void note(SortedMap<Integer, byte[]> notes);

    /**
     * Ends it in good order, and leaves word of that with what it has noted, so that it is {@link
     * Life#DEAD} and not {@link Life#UNKNOWN} to who still names it, until {@link #forgetSession}.
     * Does nothing if it has ended.
     *
     * @param at the present
     */
    void end(Moment at);

    /** Ends it without a trace; its notes go with it. Does nothing if it has ended. */
    @Override
    void close();
  }

  /**
   * What is known of a session.
   *
   * @param id its id
   * @param began when it began; empty if that cannot be read
   * @param ended when it ended, if that was in good order and it has left word of it; only with
   *     {@link Life#DEAD}
   * @param holder whose it is; empty if that cannot be read
   * @param life whether it lives
   */
  record SessionTrace(
      String id,
      Optional<Moment> began,
      Optional<Moment> ended,
      Optional<Holder> holder,
      Life life) {}

  /**
   * The process that holds a session, for people: a pid means something on its own host only.
   *
   * @param pid its process id
   * @param host what it calls its host
   */
  record Holder(long pid, String host) {}

  /** What can be said of a session. */
  enum Life {
    ALIVE,
    /** Proven: it was ended, or the process that held it is gone. It never lives again. */
    DEAD,
    /** Nothing can be said. */
    UNKNOWN
  }
}
