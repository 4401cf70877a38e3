package io.agentsync.journal.directory;

import io.agentsync.journal.Entry;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts the bytes of a journal into records: what stands between two line feeds (J-5). What follows
 * the last line feed is kept until its own comes.
 */
final class LineSplitter {

  /** A longer line is given cut off at one byte more than this, for the reader to refuse. */
  static final int LONGEST = 256 * 1024;

  private final ByteArrayOutputStream tail = new ByteArrayOutputStream();
  private long position;
  private long tailStart;

  /** Takes the next bytes in, and adds the lines that are whole now. */
  void take(byte[] bytes, int length, List<Entry> lines) {
    int start = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        emit(bytes, start, i - start, lines);
        start = i + 1;
        tailStart = position + start;
      }
    }
    keep(bytes, start, length - start);
    position += length;
  }

  private void keep(byte[] bytes, int start, int length) {
    int room = LONGEST + 1 - tail.size();
    tail.write(bytes, start, Math.min(length, room));
  }

  private void emit(byte[] bytes, int start, int length, List<Entry> lines) {
    if (tail.size() == 0 && length > 0 && length <= LONGEST) {
      lines.add(new Entry(Arrays.copyOfRange(bytes, start, start + length), tailStart));
      return;
    }
    keep(bytes, start, length);
    if (tail.size() > 0) {
      lines.add(new Entry(tail.toByteArray(), tailStart));
      tail.reset();
    }
  }
}
