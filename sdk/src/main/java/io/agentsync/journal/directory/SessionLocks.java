package io.agentsync.journal.directory;

import io.agentsync.journal.JournalStore.Liveness;
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
    SessionNote.write(note(id), began);
    OWN.add(id);
    Session[] opened = new Session[1];
    try {
      Uninterrupted.run(() -> opened[0] = hold(id));
      return opened[0];
    } finally {
      if (opened[0] == null) {
        OWN.remove(id);
      }
    }
  }

  List<SessionTrace> traces() {
    return StateFiles.list(directory).stream()
        .map(file -> String.valueOf(file.getFileName()))
        .filter(name -> name.endsWith(LOCK))
        .map(name -> name.substring(0, name.length() - LOCK.length()))
        .filter(SessionLocks::isId)
        .map(id -> new SessionTrace(id, SessionNote.read(note(id)), probe(id)))
        .toList();
  }

  Liveness probe(String id) {
    if (OWN.contains(id)) {
      return Liveness.ALIVE;
    }
    if (!isId(id) || StateFiles.look(file(id)).isEmpty()) {
      return Liveness.UNKNOWN;
    }
    return SessionProbe.probe(file(id));
  }

  /** Deletes what a dead session left; returns whether it was dead. */
  boolean forget(String id) {
    if (probe(id) != Liveness.DEAD) {
      return false;
    }
    StateFiles.delete(file(id));
    StateFiles.delete(note(id));
    return true;
  }

  /** Takes the lock before the file gets its name, so that nobody ever sees it unlocked. */
  private Session hold(String id) {
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
      return new OwnSession(id, file, note(id), channel);
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

  /** A session of this process. */
  private record OwnSession(String id, Path file, Path note, FileChannel channel)
      implements Session {
    @Override
    public void close() {
      if (!channel.isOpen()) {
        return;
      }
      try {
        StateFiles.delete(note);
        StateFiles.delete(file);
      } finally {
        free();
      }
    }

    private void free() {
      try {
        channel.close();
      } catch (IOException e) {
        throw Failures.of(file, "cannot be closed", e);
      } finally {
        OWN.remove(id);
      }
    }
  }
}
