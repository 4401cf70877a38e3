package io.agentsync.follow;

import io.agentsync.codec.DamagedRecordException;
import io.agentsync.codec.UnknownFormatException;
import io.agentsync.model.Moment;
import java.util.Optional;

/**
 * What the journals of one kind of thing hold, and how it is folded; the succession of journals
 * under one name is the same for all kinds (J-4, J-7).
 *
 * @param <R> its records
 * @param <F> the fold of one journal
 */
interface JournalKind<R, F> {

  /** The fold of a journal that has not been read. */
  F empty();

  /** The fold of a journal that has yet to be written, going on from {@code head}. */
  F startingAt(R head);

  /** Takes the next record in. */
  void accept(F fold, R record);

  /** Whether nothing has been taken in that says where the journal goes on from. */
  boolean blank(F fold);

  /** Whether it has been closed: every record after that is void. */
  boolean closed(F fold);

  /** Whether it says anything of the thing that the journal belongs to. */
  boolean known(F fold);

  /** Which of the journals under its name it is the fold of, 1 for the first. */
  long epoch(F fold);

  /** The head of the journal that comes after one that has been closed. */
  R successor(F fold);

  /** The head of the first journal under a name. */
  R firstHead();

  /** Whether a record is the head of a journal. */
  boolean isHead(R record);

  /** Which journal a head begins. */
  long epochOf(R head);

  /** When the journal before it was removed. */
  Optional<Moment> removedBefore(R head);

  /** The bytes of a record. */
  byte[] encode(R record);

  /**
   * The record that the bytes hold.
   *
   * @throws DamagedRecordException if they hold none; it is void for everybody
   * @throws UnknownFormatException if they begin a journal of another format
   */
  R decode(byte[] bytes) throws DamagedRecordException, UnknownFormatException;
}
