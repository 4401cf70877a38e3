package io.agentsync.journal.directory;

import io.agentsync.journal.JournalStore.Session;
import io.agentsync.journal.Notes;
import io.agentsync.model.Moment;
import io.agentsync.model.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session of this process: its lock, held from before anybody can know of it until it has ended.
 * It may be killed between any two steps, and what is left then says the truth.
 */
final class OwnSession implements Session {

  private static final Logger LOG = LoggerFactory.getLogger(OwnSession.class);

  private final String id;
  private final SessionFiles files;
  private final SessionNote note;
  private final SessionNotes notes;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private FileChannel channel;
  private Object key;
  private boolean over;

  private OwnSession(String id, SessionFiles files, SessionNote note, FileChannel channel) {
    this.id = id;
    this.files = files;
    this.note = note;
    this.notes = new SessionNotes(files.notes(id));
    this.channel = channel;
    this.key = StateFiles.key(files.unnamedLock(id)).orElseThrow();
  }

  /** Takes the lock before it says anything, so that nobody ever sees a living one unlocked. */
  static OwnSession begin(String id, SessionFiles files, SessionNote note) {
    Path unnamed = files.unnamedLock(id);
    FileChannel channel = locked(unnamed);
    OwnSessions.add(id, channel);
    OwnSession session = new OwnSession(id, files, note, channel);
    boolean begun = false;
    try {
      note.write(files.note(id));
      move(unnamed, files.lock(id));
      begun = true;
      return session;
    } finally {
      if (!begun) {
        session.free();
      }
    }
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public void note(SortedMap<Integer, byte[]> changed) {
    Notes.require(changed);
    oneAtATime.lock();
    try {
      if (!over) {
        // Where nobody waits, only who beats comes by.
        keepFiles();
        notes.write(changed);
      }
    } finally {
      oneAtATime.unlock();
    }
  }

  /**
   * Looks whether its files are still there, and puts them back if somebody has deleted them: until
   * then nobody else can say that it lives. Does nothing where the whole store is gone.
   */
  void keep() {
    oneAtATime.lock();
    try {
      if (!over) {
        keepFiles();
      }
    } finally {
      oneAtATime.unlock();
    }
  }

  private void keepFiles() {
    if (!StateFiles.isThere(storeDirectory())) {
      return;
    }
    boolean missed = false;
    if (!StateFiles.isThere(files.note(id))) {
      note.write(files.note(id));
      missed = true;
    }
    if (!StateFiles.key(files.lock(id)).equals(Optional.of(key))) {
      lockAnew();
      missed = true;
    }
    missed |= notes.keep();
    if (missed) {
      LOG.warn(
          "{} had been deleted while its process lives, and has been made again; leave the files in"
              + " {} to the cleanup",
          files.lock(id),
          files.directory());
    }
  }

  /** The old lock is let go of last; it is on a file that nobody finds. */
  private void lockAnew() {
    Path second = files.secondLock(id);
    FileChannel locked = locked(second);
    Object lockedKey = StateFiles.key(second).orElseThrow();
    OwnSessions.add(id, locked);
    FileChannel before = channel;
    channel = locked;
    key = lockedKey;
    try {
      close(before);
      move(second, files.lock(id));
    } finally {
      StateFiles.delete(second);
    }
  }

  @Override
  public void end(Moment at) {
    end(
        () -> {
          // Where its directory is gone, nobody is left to whom word would mean something.
          if (StateFiles.isThere(files.directory())) {
            note.endedAt(at).write(files.note(id));
            StateFiles.delete(files.lock(id));
          }
        });
  }

  @Override
  public void close() {
    end(
        () -> {
          StateFiles.delete(files.notes(id));
          StateFiles.delete(files.note(id));
          StateFiles.delete(files.lock(id));
        });
  }

  private void end(Runnable lastSteps) {
    oneAtATime.lock();
    try {
      if (!over) {
        over = true;
        try {
          lastSteps.run();
        } finally {
          free();
        }
      }
    } finally {
      oneAtATime.unlock();
    }
  }

  private void free() {
    OwnSessions.remove(id);
    try {
      notes.close();
    } finally {
      close(channel);
    }
  }

  private Path storeDirectory() {
    return Objects.requireNonNull(files.directory().getParent());
  }

  private void close(FileChannel lock) {
    try {
      lock.close();
    } catch (IOException e) {
      throw Failures.of(files.lock(id), "cannot be closed", e);
    }
  }

  private static FileChannel locked(Path file) {
    StateFiles.createDirectories(Objects.requireNonNull(file.getParent()));
    FileChannel[] locked = new FileChannel[1];
    Uninterrupted.run(() -> locked[0] = lock(file));
    return locked[0];
  }

  private static FileChannel lock(Path file) {
    try {
      StateFiles.createFile(file);
      FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw new StoreException(file.toString(), "is locked by somebody else", null);
      }
      return channel;
    } catch (IOException e) {
      throw Failures.of(file, "cannot be locked", e);
    }
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw Failures.of(to, "cannot be put in its place", e);
    }
  }
}
