package io.agentsync.journal.directory;

import io.agentsync.journal.JournalStore.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a session notes, in cells of one file that only it writes: each a line, filled up with
 * blanks, rewritten in place. Neighbouring cells go out in one write.
 */
final class SessionNotes implements AutoCloseable {

  private static final int CELL = Session.LONGEST_NOTE + 1;
  private static final int LONGEST = Session.MOST_NOTES * CELL;

  private final Path file;
  private @Nullable RandomAccessFile open;

  SessionNotes(Path file) {
    this.file = file;
  }

  void write(SortedMap<Integer, byte[]> notes) {
    ByteArrayOutputStream cells = new ByteArrayOutputStream(notes.size() * CELL);
    int first = 0;
    int next = 0;
    for (Map.Entry<Integer, byte[]> note : notes.entrySet()) {
      if (note.getKey() != next) {
        write(first, cells.toByteArray());
        cells.reset();
        first = note.getKey();
      }
      cells.writeBytes(cell(note.getValue()));
      next = note.getKey() + 1;
    }
    write(first, cells.toByteArray());
  }

  static List<byte[]> read(Path file) {
    Optional<byte[]> cells = StateFiles.read(file, LONGEST);
    List<byte[]> notes = new ArrayList<>();
    for (int at = 0; at < cells.map(bytes -> bytes.length).orElse(0); at += CELL) {
      notes.add(note(cells.get(), at));
    }
    return notes;
  }

  /** Makes the file again, as it was, if somebody has deleted it; returns whether it did. */
  boolean keep() {
    RandomAccessFile deleted = open;
    if (deleted == null || StateFiles.isThere(file)) {
      return false;
    }
    try (deleted) {
      byte[] cells = new byte[Math.toIntExact(deleted.length())];
      deleted.seek(0);
      deleted.readFully(cells);
      open = null;
      write(0, cells);
      return true;
    } catch (IOException e) {
      throw Failures.of(file, "cannot be made again", e);
    }
  }

  @Override
  public void close() {
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      throw Failures.of(file, "cannot be closed", e);
    }
  }

  private void write(int first, byte[] cells) {
    if (cells.length == 0) {
      return;
    }
    try {
      // Not a channel: an interrupt of the writing thread would close it.
      RandomAccessFile target = open;
      if (target == null) {
        StateFiles.createFile(file);
        target = new RandomAccessFile(file.toFile(), "rw");
        open = target;
      }
      target.seek((long) first * CELL);
      target.write(cells);
    } catch (IOException e) {
      throw Failures.of(file, "cannot be written", e);
    }
  }

  private static byte[] cell(byte[] note) {
    byte[] cell = Arrays.copyOf(note, CELL);
    Arrays.fill(cell, note.length, CELL - 1, (byte) ' ');
    cell[CELL - 1] = '\n';
    return cell;
  }

  private static byte[] note(byte[] cells, int at) {
    int end = Math.min(at + CELL - 1, cells.length);
    while (end > at && (cells[end - 1] == ' ' || cells[end - 1] == 0)) {
      end--;
    }
    return Arrays.copyOfRange(cells, at, end);
  }
}
