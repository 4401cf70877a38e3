package io.agentsync.journal.directory;

import io.agentsync.journal.JournalStore.Life;
import io.agentsync.journal.JournalStore.SessionTrace;
import io.agentsync.model.Moment;
import io.agentsync.model.StoreException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions as lock files: held open and locked by their process, freed by the kernel when it dies,
 * whatever kills it. One's own are known from a table, since looking at the file would free
 * it.
 */
final class SessionLocks {

  private static final Logger LOG = LoggerFactory.getLogger(SessionLocks.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SessionFiles files;
  private final Optional<String> boot;

  /**
   * The sessions in a directory.
   *
   * @param boot which boot of the machine this is, if that is known
   */
  SessionLocks(Path directory, Optional<String> boot) {
    this.files = new SessionFiles(directory);
    this.boot = boot;
  }

  OwnSession open(Moment began) {
    String id = Long.toUnsignedString(RANDOM.nextLong() | Long.MIN_VALUE, 36);
    return OwnSession.begin(id, files, SessionNote.beginning(began, boot));
  }

  List<SessionTrace> traces() {
    return files.ids().stream().flatMap(id -> trace(id).stream()).toList();
  }

  Life probe(String id) {
    if (!SessionFiles.isId(id)) {
      return Life.UNKNOWN;
    }
    return OwnSessions.holds(id) ? Life.ALIVE : probeOther(id);
  }

  /** What a session has noted. */
  List<byte[]> notes(String id) {
    return SessionFiles.isId(id) ? SessionNotes.read(files.notes(id)) : List.of();
  }

  /** Deletes what a dead session left; returns whether it was dead. */
  boolean forget(String id) {
    if (probe(id) != Life.DEAD) {
      return false;
    }
    StateFiles.delete(files.notes(id));
    StateFiles.delete(files.note(id));
    StateFiles.delete(files.unnamedLock(id));
    // Last: as long as it is there, it proves what the others no longer say.
    StateFiles.delete(files.lock(id));
    return true;
  }

  private Optional<SessionTrace> trace(String id) {
    Life life = orNothing(id, () -> probe(id), Life.UNKNOWN);
    SessionNote note = orNothing(id, () -> SessionNote.read(files.note(id)), SessionNote.NOTHING);
    if (life == Life.UNKNOWN && files.gone(id)) {
      return Optional.empty();
    }
    Optional<Moment> ended = life == Life.DEAD ? note.ended() : Optional.empty();
    return Optional.of(new SessionTrace(id, note.began(), ended, note.holder(), life));
  }

  private static <T> T orNothing(String id, Supplier<T> look, T nothing) {
    try {
      return look.get();
    } catch (StoreException e) {
      LOG.debug("nothing can be said of session {}", id, e);
      return nothing;
    }
  }

  /**
   * Its lock is looked at first, where it is before it has its name too: a session says something
   * of itself only once it holds that. It gets its name in between, or never.
   */
  private Life probeOther(String id) {
    Life life = SessionProbe.probe(files.lock(id));
    if (life == Life.UNKNOWN && StateFiles.isThere(files.note(id))) {
      life = SessionProbe.probe(files.unnamedLock(id));
    }
    if (life == Life.UNKNOWN) {
      life = SessionProbe.probe(files.lock(id));
    }
    return life == Life.UNKNOWN ? withoutLock(SessionNote.read(files.note(id))) : life;
  }

  /** A lock file that is missing proves nothing by itself: anybody may have deleted it. */
  private Life withoutLock(SessionNote note) {
    boolean earlierBoot = boot.isPresent() && note.boot().isPresent() && !boot.equals(note.boot());
    return note.ended().isPresent() || earlierBoot ? Life.DEAD : Life.UNKNOWN;
  }
}
