package io.agentsync.journal;

/** One record of a journal, unread: its bytes and where it stands. */
public final class Entry {
  private final byte[] bytes;
  private final long position;

  /**
   * A record as the engine found it.
   *
   * @param bytes its bytes; not copied, not to be changed
   * @param position where it stands, for messages: an offset or a number
   */
  public Entry(byte[] bytes, long position) {
    this.bytes = bytes;
    this.position = position;
  }

  /** Its bytes; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where it stands in its journal, for messages. */
  public long position() {
    return position;
  }
}
