package io.agentsync.journal;

import java.util.List;

/**
 * One journal, held open. It is bound to the journal that stood under the name when it was opened,
 * and goes on reading that one when it has been removed.
 *
 * <p>One thread at a time may use it.
 */
public interface Journal extends AutoCloseable {

  /** The name it was opened under. */
  JournalName name();

  /** Where it is, in the words that reports use. */
  String place();

  /**
   * Which of its entries that is, in the words that reports use, such as {@code byte 600}. Unless
   * an engine says otherwise, positions count records from 0, and people count them from 1.
   */
  default String nameOf(Entry entry) {
    return "number %d".formatted(entry.position() + 1);
  }

  /**
   * Reads on: the whole records, in order, that stand behind those given by the calls before. All
   * that any process was told to stand, before this is called, is seen by it; a record that is
   * still being written is not. Where there are very many, it may give the first of them only; that
   * there are no more is said by giving none. Where it throws, it has given none either: they are
   * still to come.
   */
  List<Entry> read();

  /**
   * Reads on as {@link #read} does, after a ring for this journal has been heard: all that whoever
   * rang had been told to stand, or had appended in passing, is seen, and perhaps nothing later.
   * Engines that are far away need not ask whether there is.
   */
  default List<Entry> readRung() {
    return read();
  }

  /**
   * Whether what was last read saw the end of the journal as it was by then, so that there is no
   * need to ask again whether that was all. An engine that is not sure says no.
   */
  default boolean drained() {
    return false;
  }

  /**
   * Appends records. When it returns, each that was not damaged stands whole at one place in the
   * order, for every process; a caller that must know reads back and looks for it.
   *
   * @param records the records, in the order in which they shall stand; none holds a line feed
   * @return whether this journal still stood under its name afterwards; if not, the records may or
   *     may not be in it, and reading on tells
   */
  boolean append(List<byte[]> records);

  /**
   * Appends as {@link #append} does, and then reads on as {@link #read} does. Engines that are far
   * away do both in one trip.
   */
  default Appended appendAndRead(List<byte[]> records) {
    boolean stood = append(records);
    return new Appended(stood, read());
  }

  /**
   * Appends what nobody depends on, as {@link #append} does; where the store is far away, without
   * waiting for the answer. Whatever this process appends to this journal or rings for after it
   * comes behind it. If it turns out later that it could not be appended, that is only logged.
   */
  default void appendInPassing(List<byte[]> records) {
    append(records);
  }

  /**
   * Whether this journal stood under its name when it was last read; where the engine did not look
   * then, whether it stands now.
   */
  default boolean stoodWhenRead() {
    return stands();
  }

  /** Whether this journal is the one that stands under its name now. */
  boolean stands();

  /** Returns when all that {@link #read} has given outlives a power cut. */
  void sync();

  /** Frees what is held open; the journal itself stays as it is. */
  @Override
  void close();

  /**
   * What became of an append.
   *
   * @param stood what {@link #append} says
   * @param read what {@link #read} says
   */
  record Appended(boolean stood, List<Entry> read) {}
}
