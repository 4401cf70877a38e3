package io.agentsync.journal;

import java.time.Duration;
import java.util.Set;

/**
 * Says "something changed, read again" from one session to another. Only a hint: a ring may be
 * lost, doubled or late, and who waits looks for itself once a second.
 */
public interface Doorbell extends AutoCloseable {

  /**
   * Rings at sessions. Never waits for them and never fails; any thread may call it.
   *
   * @param sessions whom to ring at; unknown and dead ones are passed over
   * @param journal what has changed
   */
  void ring(Set<String> sessions, JournalName journal);

  /** Makes sure that changes in a space are heard, also where nobody has to ring for them. */
  void listenTo(Space space);

  /**
   * Waits until this session is rung at, {@link #wake} is called, or the time is over. Only one
   * thread calls it.
   *
   * <p>An interrupt that comes while it waits may end this one wait early, and stays set. A wait
   * that begins with it set is as long as any other, so whoever waits again and again is never kept
   * busy by it.
   *
   * @return the journals that may have changed; may be empty
   */
  Set<JournalName> await(Duration patience);

  /** Ends a present or the next {@link #await} early. */
  void wake();

  @Override
  void close();
}
