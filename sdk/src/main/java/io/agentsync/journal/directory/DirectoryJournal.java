package io.agentsync.journal.directory;

import io.agentsync.journal.Entry;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One journal file, held open. Streams are used because no interrupt can close them; a file that
 * was moved away stays readable through them.
 */
final class DirectoryJournal implements Journal {

  /** Journals are rotated at 4 MiB; a generation may grow beyond that, but not for ever. */
  private static final long LONGEST = 1024L * 1024 * 1024;

  private static final int ENOUGH = 1024 * 1024;

  /** Most journals are read whole with this much; who reads on in a long one has more. */
  private static final int SHORT = 2 * 1024;

  private static final int LONG = 16 * 1024;

  private final JournalName name;
  private final Path path;
  private final Object fileKey;
  private final InputStream in;
  private final LineSplitter splitter = new LineSplitter();
  private byte[] buffer = new byte[SHORT];
  private @Nullable OutputStream out;
  private boolean directorySynced;
  private boolean drained;

  /** One that is read from a stream; whoever opens it by {@link #open} knows that it stands. */
  DirectoryJournal(JournalName name, Path path, Object fileKey, InputStream in) {
    this.name = name;
    this.path = path;
    this.fileKey = fileKey;
    this.in = in;
  }

  /** Opens the file that the path names; empty if it names none. */
  static Optional<DirectoryJournal> open(JournalName name, Path path) {
    while (true) {
      Optional<Object> before = StateFiles.key(path, LONGEST);
      if (before.isEmpty()) {
        return Optional.empty();
      }
      try {
        InputStream in = Files.newInputStream(path);
        DirectoryJournal opened = new DirectoryJournal(name, path, before.get(), in);
        if (opened.stands()) {
          return Optional.of(opened);
        }
        opened.close();
      } catch (NoSuchFileException e) {
        return Optional.empty();
      } catch (IOException e) {
        throw Failures.of(path, "cannot be opened", e);
      }
    }
  }

  @Override
  public JournalName name() {
    return name;
  }

  @Override
  public String place() {
    return path.toString();
  }

  @Override
  public String nameOf(Entry entry) {
    return "byte %d".formatted(entry.position());
  }

  @Override
  public List<Entry> read() {
    List<Entry> entries = new ArrayList<>();
    try {
      long taken = 0;
      boolean full;
      do {
        int length = in.read(buffer);
        splitter.take(buffer, Math.max(0, length), entries);
        taken += length;
        full = length == buffer.length;
        if (full && length < LONG) {
          buffer = new byte[LONG];
        }
      } while (full && (taken < ENOUGH || entries.isEmpty()));
      drained = !full;
    } catch (IOException e) {
      drained = false;
      if (entries.isEmpty()) {
        throw Failures.of(path, "cannot be read", e);
      }
      // What came before it is not given a second time; whoever reads on meets it again.
    }
    return entries;
  }

  @Override
  public boolean drained() {
    return drained;
  }

  @Override
  public boolean append(List<byte[]> records) {
    return write(records) && stands();
  }

  @Override
  public void appendInPassing(List<byte[]> records) {
    write(records);
  }

  /** Whether they could be written to the file that is being read, wherever that stands now. */
  private boolean write(List<byte[]> records) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (byte[] record : records) {
      lines.write('\n');
      lines.writeBytes(record);
      lines.write('\n');
    }
    Optional<OutputStream> appender = appender();
    if (appender.isEmpty()) {
      return false;
    }
    try {
      appender.get().write(lines.toByteArray());
    } catch (IOException e) {
      throw Failures.of(path, "cannot be appended to", e);
    }
    return true;
  }

  @Override
  public boolean stands() {
    Optional<Object> now = StateFiles.key(path);
    return now.isPresent() && now.get().equals(fileKey);
  }

  @Override
  public void sync() {
    if (!stands()) {
      // Who took it away made it durable before (W-3).
      return;
    }
    StateFiles.syncFile(path);
    if (!directorySynced) {
      StateFiles.syncDirectory(Objects.requireNonNull(path.getParent()));
      directorySynced = true;
    }
  }

  @Override
  public void close() {
    try {
      in.close();
      if (out != null) {
        out.close();
      }
    } catch (IOException e) {
      throw Failures.of(path, "cannot be closed", e);
    }
  }

  /** The stream to append to, if it can still be had for the file that is being read. */
  private Optional<OutputStream> appender() {
    if (out != null) {
      return Optional.of(out);
    }
    if (!stands()) {
      return Optional.empty();
    }
    try {
      // Unlike a FileOutputStream this creates nothing, should the file be taken away just now.
      OutputStream opened = Files.newOutputStream(path, StandardOpenOption.APPEND);
      if (stands()) {
        out = opened;
        return Optional.of(opened);
      }
      opened.close();
      return Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw Failures.of(path, "cannot be opened for appending", e);
    }
  }
}
