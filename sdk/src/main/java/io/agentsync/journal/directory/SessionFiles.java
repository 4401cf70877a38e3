package io.agentsync.journal.directory;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Which files a session has, all in one directory and named by its id.
 *
 * @param directory where they are
 */
record SessionFiles(Path directory) {

  static final String LOCK = ".lock";
  static final String NOTE = ".properties";
  static final String NOTES = ".notes";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,128}");

  /** Whether a session can have that id: ids come from records, which anybody may write. */
  static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /** Held locked while it lives. */
  Path lock(String id) {
    return directory.resolve(id + LOCK);
  }

  /** Where its lock is before it has its name. */
  Path unnamedLock(String id) {
    return directory.resolve(id + LOCK + StateFiles.TEMPORARY);
  }

  /** Where its lock is before it takes the place of one that was deleted. */
  Path secondLock(String id) {
    return directory.resolve(id + LOCK + "." + UUID.randomUUID() + StateFiles.TEMPORARY);
  }

  /** What it says about itself. */
  Path note(String id) {
    return directory.resolve(id + NOTE);
  }

  /** What it notes for everybody to know. */
  Path notes(String id) {
    return directory.resolve(id + NOTES);
  }

  /** The ids of those that have a lock or a note; sorted. */
  Set<String> ids() {
    Set<String> ids = new TreeSet<>();
    for (Path file : StateFiles.list(directory)) {
      String name = String.valueOf(file.getFileName());
      for (String suffix : Set.of(LOCK, NOTE)) {
        if (name.endsWith(suffix)) {
          ids.add(name.substring(0, name.length() - suffix.length()));
        }
      }
    }
    ids.removeIf(id -> !isId(id));
    return ids;
  }

  /** Whether that session has left nothing by which it would be found. */
  boolean gone(String id) {
    return !StateFiles.isThere(lock(id)) && !StateFiles.isThere(note(id));
  }
}
