package io.agentsync.journal.directory;

import io.agentsync.journal.JournalName;
import io.agentsync.model.Names;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where everything is in a store's directory.
 *
 * @param root the directory of the store
 */
record Layout(Path root) {

  private static final String JOURNAL = ".jsonl";
  private static final String TOMBSTONE = ".json";

  Path settings() {
    return root.resolve("settings").resolve("store.properties");
  }

  Path space(String space) {
    return root.resolve(space);
  }

  Path journal(JournalName name) {
    return space(name.space()).resolve(FileNames.encode(name.id()) + JOURNAL);
  }

  Path tombstones() {
    return root.resolve("tombstones");
  }

  Path tombstones(String space) {
    return tombstones().resolve(space);
  }

  Path tombstone(JournalName name) {
    return tombstones(name.space()).resolve(FileNames.encode(name.id()) + TOMBSTONE);
  }

  Path histories() {
    return root.resolve("history");
  }

  Path history(JournalName name) {
    return histories().resolve(name.space()).resolve(FileNames.encode(name.id()));
  }

  Path sessions() {
    return root.resolve("sessions");
  }

  Path bells() {
    return root.resolve("bells");
  }

  Path lock(String purpose) {
    return root.resolve("locks").resolve(purpose + ".lock");
  }

  /** The journal that a file holds; empty if it is not a journal's. */
  static Optional<JournalName> journalIn(String space, Path file) {
    return named(space, file, JOURNAL);
  }

  /** The journal that a tombstone stands for; empty if the file is not one. */
  static Optional<JournalName> tombstoneIn(String space, Path file) {
    return named(space, file, TOMBSTONE);
  }

  private static Optional<JournalName> named(String space, Path file, String suffix) {
    String name = String.valueOf(file.getFileName());
    if (!name.endsWith(suffix)) {
      return Optional.empty();
    }
    String stem = name.substring(0, name.length() - suffix.length());
    String id = FileNames.decode(stem);
    return Names.allowed(id) && FileNames.encode(id).equals(stem)
        ? Optional.of(new JournalName(space, id))
        : Optional.empty();
  }
}
