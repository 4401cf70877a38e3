package io.agentsync.journal.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What processes that died in the middle of something left lying; found by name and age. */
final class Leftovers {

  /** What is younger may belong to somebody who is at it. */
  private static final Duration YOUNG = Duration.ofHours(1);

  private final Layout layout;

  Leftovers(Layout layout) {
    this.layout = layout;
  }

  /** Deletes what is older than {@code age}; returns it as reports name it. */
  List<String> sweep(Duration age) {
    Instant limit = Instant.now().minus(age.compareTo(YOUNG) < 0 ? YOUNG : age);
    List<String> swept = new ArrayList<>();
    for (Path file : leftovers()) {
      if (lastChange(file).isBefore(limit)) {
        StateFiles.delete(file);
        swept.add(layout.root().relativize(file).toString());
      }
    }
    return swept;
  }

  private List<Path> leftovers() {
    List<Path> found = new ArrayList<>();
    found.addAll(temporary(Objects.requireNonNull(layout.settings().getParent())));
    found.addAll(temporary(layout.sessions()));
    for (Path space : layout.tombstonesOfAll()) {
      found.addAll(temporary(space));
    }
    found.addAll(withoutLock(layout.sessions(), SessionFiles.NOTE));
    found.addAll(withoutLock(layout.sessions(), SessionFiles.NOTES));
    found.addAll(withoutLock(layout.bells(), SocketDoorbell.SOCKET));
    return found;
  }

  private static List<Path> temporary(Path directory) {
    return StateFiles.list(directory).stream()
        .filter(file -> file.toString().endsWith(StateFiles.TEMPORARY))
        .toList();
  }

  /** The files of sessions that have no lock file. */
  private List<Path> withoutLock(Path directory, String suffix) {
    List<Path> found = new ArrayList<>();
    for (Path file : StateFiles.list(directory)) {
      String name = String.valueOf(file.getFileName());
      if (name.endsWith(suffix)) {
        String id = name.substring(0, name.length() - suffix.length());
        Path session = layout.sessions().resolve(id + SessionFiles.LOCK);
        Path note = layout.sessions().resolve(id + SessionFiles.NOTE);
        // One that has left word of its end is forgotten when nobody names it any longer.
        if (!OwnSessions.holds(id) && !StateFiles.isThere(session) && !hasEnded(note)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static boolean hasEnded(Path note) {
    return Files.isRegularFile(note, LinkOption.NOFOLLOW_LINKS)
        && SessionNote.read(note).ended().isPresent();
  }

  private static Instant lastChange(Path file) {
    try {
      return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
    } catch (NoSuchFileException e) {
      return Instant.MAX;
    } catch (IOException e) {
      throw Failures.of(file, "cannot be looked at", e);
    }
  }
}
