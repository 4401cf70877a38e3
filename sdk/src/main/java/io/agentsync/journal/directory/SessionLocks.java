package io.agentsync.journal.directory;

import io.agentsync.journal.JournalStore.Life;
import io.agentsync.journal.JournalStore.Session;
import io.agentsync.journal.JournalStore.SessionTrace;
import io.agentsync.model.Moment;
import io.agentsync.model.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Sessions as lock files: held open and locked by their process, freed by the kernel when it dies,
 * whatever kills it. One's own are known from a table, since looking at the file would free
 * it.
 */
final class SessionLocks {

  static final String LOCK = ".lock";
  static final String NOTE = ".properties";
  static final String NOTES = ".notes";
  private static final Set<String> OWN = ConcurrentHashMap.newKeySet();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,128}");

  private final Path directory;

  SessionLocks(Path directory) {
    this.directory = directory;
  }

  /** Whether a session can have that id: ids come from records, which anybody may write. */
  static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  Session open(Moment began) {
    StateFiles.createDirectories(directory);
    String id = Long.toUnsignedString(RANDOM.nextLong() | Long.MIN_VALUE, 36);
    SessionNote note = SessionNote.beginning(began);
    note.write(note(id));
    OWN.add(id);
    Session[] opened = new Session[1];
    try {
      Uninterrupted.run(() -> opened[0] = hold(id, note));
      return opened[0];
    } finally {
      if (opened[0] == null) {
        OWN.remove(id);
      }
    }
  }

  /**
   * Each has a note at least: it is there before the lock, and stays if the session leaves word.
   */
  List<SessionTrace> traces() {
    return StateFiles.list(directory).stream()
        .map(file -> String.valueOf(file.getFileName()))
        .filter(name -> name.endsWith(NOTE))
        .map(name -> name.substring(0, name.length() - NOTE.length()))
        .filter(SessionLocks::isId)
        .map(this::trace)
        .toList();
  }

  Life probe(String id) {
    if (OWN.contains(id)) {
      return Life.ALIVE;
    }
    if (!isId(id)) {
      return Life.UNKNOWN;
    }
    return StateFiles.look(file(id)).isPresent()
        ? SessionProbe.probe(file(id))
        : withoutLock(SessionNote.read(note(id)));
  }

  private SessionTrace trace(String id) {
    SessionNote note = SessionNote.read(note(id));
    return new SessionTrace(id, note.began(), note.ended(), note.holder(), probe(id));
  }

  /** A lock file that is missing proves nothing by itself: anybody may have deleted it. */
  private static Life withoutLock(SessionNote note) {
    return note.ended().isPresent() ? Life.DEAD : Life.UNKNOWN;
  }

  /** Deletes what a dead session left; returns whether it was dead. */
  boolean forget(String id) {
    if (probe(id) != Life.DEAD) {
      return false;
    }
    StateFiles.delete(notes(id));
    StateFiles.delete(note(id));
    StateFiles.delete(file(id));
    return true;
  }

  /** Takes the lock before the file gets its name, so that nobody ever sees it unlocked. */
  private Session hold(String id, SessionNote note) {
    Path file = file(id);
    Path unnamed = directory.resolve(id + LOCK + StateFiles.TEMPORARY);
    try {
      StateFiles.createFile(unnamed);
      FileChannel channel = FileChannel.open(unnamed, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw new StoreException(unnamed.toString(), "is locked by somebody else", null);
      }
      Files.move(unnamed, file, StandardCopyOption.ATOMIC_MOVE);
      return new OwnSession(id, this, note, channel, new SessionNotes(notes(id)));
    } catch (IOException e) {
      throw Failures.of(file, "cannot be locked", e);
    }
  }

  private Path file(String id) {
    return directory.resolve(id + LOCK);
  }

  private Path note(String id) {
    return directory.resolve(id + NOTE);
  }

  /** Where a session notes what everybody may know of it. */
  Path notes(String id) {
    return directory.resolve(id + NOTES);
  }

  /** A session of this process. */
  private record OwnSession(
      String id, SessionLocks locks, SessionNote note, FileChannel channel, SessionNotes notes)
      implements Session {

    @Override
    public void note(SortedMap<Integer, byte[]> changed) {
      notes.write(changed);
    }

    @Override
    public void end(Moment at) {
      if (channel.isOpen()) {
        try {
          note.endedAt(at).write(locks.note(id));
          StateFiles.delete(locks.file(id));
        } finally {
          free();
        }
      }
    }

    @Override
    public void close() {
      if (channel.isOpen()) {
        try {
          StateFiles.delete(locks.notes(id));
          StateFiles.delete(locks.note(id));
          StateFiles.delete(locks.file(id));
        } finally {
          free();
        }
      }
    }

    private void free() {
      try (channel;
          notes) {
        OWN.remove(id);
      } catch (IOException e) {
        throw Failures.of(locks.file(id), "cannot be closed", e);
      }
    }
  }
}
