package io.agentsync.journal.directory;

import io.agentsync.journal.Checkup;
import io.agentsync.journal.Doorbell;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.Space;
import io.agentsync.model.Check;
import io.agentsync.model.Durability;
import io.agentsync.model.Moment;
import io.agentsync.model.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A directory as a store: brings its parts together. */
final class DirectoryStore implements JournalStore, Checkup {

  private static final Logger LOG = LoggerFactory.getLogger(DirectoryStore.class);

  private final Layout layout;
  private final Durability wanted;
  private final SessionLocks sessions;
  private final Removals removals;
  private final FileLocks locks = new FileLocks();

  /**
   * The store in a directory.
   *
   * @param wanted what it shall promise if it has yet to be created
   * @param boot which boot of the machine this is, if that is known
   */
  DirectoryStore(Layout layout, Durability wanted, Optional<String> boot) {
    this.layout = layout;
    this.wanted = wanted;
    this.sessions = new SessionLocks(layout.sessions(), boot);
    this.removals = new Removals(layout);
    if (locationExists() && !Files.isDirectory(layout.root())) {
      throw new StoreException(
          location(), "is a file, not a directory; name a directory as the store", null);
    }
    Settings.read(layout.settings());
  }

  @Override
  public String location() {
    return layout.root().toString();
  }

  @Override
  public boolean exists() {
    return Settings.read(layout.settings()).isPresent();
  }

  @Override
  public boolean locationExists() {
    try {
      Files.readAttributes(layout.root(), "size", LinkOption.NOFOLLOW_LINKS);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw Failures.of(layout.root(), "cannot be looked at", e);
    }
  }

  @Override
  public boolean onOneMachine() {
    return true;
  }

  @Override
  public Durability durability() {
    return Settings.read(layout.settings()).orElse(wanted);
  }

  @Override
  public Optional<Journal> open(JournalName name) {
    return DirectoryJournal.open(name, layout.journal(name)).map(Journal.class::cast);
  }

  @Override
  public Journal create(JournalName name) {
    while (true) {
      createFile(layout.journal(name));
      Optional<Journal> standing = open(name);
      if (standing.isPresent()) {
        return standing.get();
      }
    }
  }

  /** Of a store that has been deleted meanwhile, this begins a new one. */
  private void createFile(Path path) {
    try {
      if (StateFiles.createFile(path) && !StateFiles.isThere(layout.settings())) {
        createStore();
      }
    } catch (NoSuchFileException e) {
      createStore();
      StateFiles.createDirectories(Objects.requireNonNull(path.getParent()));
    } catch (IOException e) {
      throw Failures.of(path, "cannot be created", e);
    }
  }

  @Override
  public Optional<byte[]> tombstone(JournalName name) {
    return StateFiles.read(layout.tombstone(name));
  }

  @Override
  public List<JournalName> list(Space space) {
    return StateFiles.list(layout.space(space)).stream()
        .flatMap(file -> Layout.journalIn(space, file).stream())
        .sorted()
        .toList();
  }

  @Override
  public List<Space> spaces(String kind) {
    Stream<Space> inRuns =
        StateFiles.directories(layout.runs()).stream()
            .flatMap(directory -> Layout.runIn(directory).stream())
            .map(run -> new Space(kind, Optional.of(run)));
    return Stream.concat(Stream.of(Space.of(kind)), inRuns)
        .filter(this::holdsAnything)
        .sorted()
        .toList();
  }

  /** What cannot be listed is there, and whoever lists it is told; it does not hide the others. */
  private boolean holdsAnything(Space space) {
    try {
      return !list(space).isEmpty() || !removed(space).isEmpty() || !tombstones(space).isEmpty();
    } catch (StoreException e) {
      LOG.debug("{} cannot be listed", space, e);
      return true;
    }
  }

  @Override
  public void history(JournalName name, Consumer<Journal> reader) {
    removals.history(name, reader);
  }

  @Override
  public List<JournalName> removed(Space space) {
    return StateFiles.directories(layout.histories(space)).stream()
        .filter(Removals::holdsHistory)
        .flatMap(directory -> Layout.historyIn(space, directory).stream())
        .sorted()
        .toList();
  }

  @Override
  public void remove(Journal journal, byte[] tombstone) {
    removals.remove(journal, tombstone, durability() == Durability.POWER);
  }

  @Override
  public List<JournalName> tombstones(Space space) {
    return StateFiles.list(layout.tombstones(space)).stream()
        .flatMap(file -> Layout.tombstoneIn(space, file).stream())
        .sorted()
        .toList();
  }

  @Override
  public void forgetTombstone(JournalName name) {
    StateFiles.delete(layout.tombstone(name));
  }

  @Override
  public Exclusive exclusive(String purpose, Duration patience) {
    createStore();
    return locks.take(layout.lock(purpose), patience);
  }

  @Override
  public Session openSession(Moment began) {
    createStore();
    return sessions.open(began);
  }

  @Override
  public List<SessionTrace> sessions() {
    return sessions.traces();
  }

  @Override
  public Life probe(String session) {
    return sessions.probe(session);
  }

  @Override
  public List<byte[]> notes(String session) {
    return sessions.notes(session);
  }

  @Override
  public void forgetSession(String session) {
    if (sessions.forget(session)) {
      StateFiles.delete(SocketDoorbell.socket(layout.bells(), session));
    }
  }

  @Override
  public Doorbell doorbell(Session session) {
    StateFiles.createDirectories(layout.bells());
    Doorbell bell =
        SocketDoorbell.open(layout.bells(), session.id())
            .orElseGet(() -> new WatchDoorbell(layout));
    return session instanceof OwnSession own ? new KeepingDoorbell(bell, own) : bell;
  }

  @Override
  public List<String> prune(Duration age) {
    List<String> pruned = new ArrayList<>(removals.prune(age));
    pruned.addAll(new Leftovers(layout).sweep(age));
    return pruned;
  }

  @Override
  public List<Check> checkUp() {
    return new DirectoryCheckup(layout).run();
  }

  @Override
  public void close() {
    // Nothing is held beside the sessions, journals and locks that were given out.
  }

  private void createStore() {
    if (!exists()) {
      Settings.create(layout.settings(), wanted);
      Settings.read(layout.settings());
    }
  }
}
