package io.agentsync.journal.directory;

import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Moves ended journals into history, and history out of the world. */
final class Removals {

  private static final long MOST_BYTES_PER_JOURNAL = 64L * 1024 * 1024;

  private final Layout layout;

  Removals(Layout layout) {
    this.layout = layout;
  }

  void remove(Journal journal, byte[] tombstone, boolean durable) {
    if (!journal.stands()) {
      return;
    }
    if (durable) {
      journal.sync();
    }
    JournalName name = journal.name();
    StateFiles.replace(layout.tombstone(name), tombstone, durable);
    Path from = layout.journal(name);
    Path history = layout.history(name);
    while (journal.stands() && !moved(from, history)) {
      // The directory of its history was pruned just now: again.
    }
    if (durable) {
      StateFiles.syncDirectory(history);
      StateFiles.syncDirectory(Objects.requireNonNull(from.getParent()));
    }
    trim(history);
  }

  private static boolean moved(Path from, Path history) {
    StateFiles.requireDirectory(history);
    StateFiles.createDirectories(history);
    Path to = history.resolve(nextNumber(history) + ".jsonl");
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw Failures.of(from, "cannot be moved to " + to, e);
    }
  }

  void history(JournalName name, Consumer<Journal> reader) {
    for (Path file : byNumber(layout.history(name))) {
      DirectoryJournal.open(name, file)
          .ifPresent(
              journal -> {
                try (journal) {
                  reader.accept(journal);
                }
              });
    }
  }

  /** Whether a directory holds the history of a journal. */
  static boolean holdsHistory(Path directory) {
    return !byNumber(directory).isEmpty();
  }

  List<String> prune(Duration age) {
    Instant limit = Instant.now().minus(age);
    List<String> pruned = new ArrayList<>();
    for (Path space : layout.historiesOfAll()) {
      for (Path history : StateFiles.directories(space)) {
        for (Path file : byNumber(history)) {
          if (removedAt(file).isBefore(limit)) {
            StateFiles.delete(file);
            pruned.add(layout.root().relativize(file).toString());
          }
        }
        StateFiles.deleteIfEmpty(history);
      }
    }
    return pruned;
  }

  private static void trim(Path history) {
    Deque<Path> files = new ArrayDeque<>(byNumber(history));
    long bytes = files.stream().mapToLong(Removals::size).sum();
    while (bytes > MOST_BYTES_PER_JOURNAL && files.size() > 1) {
      Path oldest = files.removeFirst();
      bytes -= size(oldest);
      StateFiles.delete(oldest);
    }
  }

  private static long nextNumber(Path history) {
    List<Path> files = byNumber(history);
    return files.isEmpty() ? 1 : number(files.get(files.size() - 1)) + 1;
  }

  private static List<Path> byNumber(Path history) {
    StateFiles.requireDirectory(history);
    List<Path> files = new ArrayList<>(StateFiles.list(history));
    files.removeIf(file -> number(file) < 0);
    files.sort((one, other) -> Long.compare(number(one), number(other)));
    return files;
  }

  private static long number(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.matches("[0-9]{1,18}\\.jsonl")
        ? Long.parseLong(name.substring(0, name.length() - ".jsonl".length()))
        : -1;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw Failures.of(file, "cannot be looked at", e);
    }
  }

  /** When a file came into history: a move changes what the system calls its status. */
  private static Instant removedAt(Path file) {
    try {
      boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
      Object time = Files.getAttribute(file, unix ? "unix:ctime" : "lastModifiedTime");
      return ((FileTime) time).toInstant();
    } catch (NoSuchFileException e) {
      return Instant.MAX;
    } catch (IOException e) {
      throw Failures.of(file, "cannot be looked at", e);
    }
  }
}
