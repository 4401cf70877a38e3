package io.agentsync.journal.directory;

import io.agentsync.journal.JournalName;
import io.agentsync.journal.Space;
import io.agentsync.model.Names;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  /** Where the things of a run are, or of none: the same below both. */
  private Path base(Space space) {
    return space.run().map(this::run).orElse(root);
  }

  private Path run(String run) {
    Path directory = runs().resolve(FileNames.encode(run));
    StateFiles.requireDirectory(directory);
    return directory;
  }

  Path runs() {
    return root.resolve("runs");
  }

  Path space(Space space) {
    return base(space).resolve(space.kind());
  }

  Path journal(JournalName name) {
    return space(name.space()).resolve(FileNames.encode(name.id()) + JOURNAL);
  }

  Path tombstones(Space space) {
    return base(space).resolve("tombstones").resolve(space.kind());
  }

  Path tombstone(JournalName name) {
    return tombstones(name.space()).resolve(FileNames.encode(name.id()) + TOMBSTONE);
  }

  Path histories(Space space) {
    return base(space).resolve("history").resolve(space.kind());
  }

  Path history(JournalName name) {
    return histories(name.space()).resolve(FileNames.encode(name.id()));
  }

  /** The histories of every kind, in runs and in none. */
  List<Path> historiesOfAll() {
    return below("history");
  }

  /** The tombstones of every kind, in runs and in none. */
  List<Path> tombstonesOfAll() {
    return below("tombstones");
  }

  private List<Path> below(String what) {
    List<Path> kinds = new ArrayList<>(StateFiles.directories(root.resolve(what)));
    for (Path run : StateFiles.directories(runs())) {
      kinds.addAll(StateFiles.directories(run.resolve(what)));
    }
    return kinds;
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
  static Optional<JournalName> journalIn(Space space, Path file) {
    return named(space, file, JOURNAL);
  }

  /** The journal that a tombstone stands for; empty if the file is not one. */
  static Optional<JournalName> tombstoneIn(Space space, Path file) {
    return named(space, file, TOMBSTONE);
  }

  /** The journal whose history a directory holds; empty if it holds none. */
  static Optional<JournalName> historyIn(Space space, Path directory) {
    return named(space, directory, "");
  }

  /** The run whose things a directory holds; empty if it holds none. */
  static Optional<String> runIn(Path directory) {
    return id(directory, "");
  }

  private static Optional<JournalName> named(Space space, Path file, String suffix) {
    return id(file, suffix).map(space::journal);
  }

  private static Optional<String> id(Path file, String suffix) {
    String name = String.valueOf(file.getFileName());
    if (!name.endsWith(suffix)) {
      return Optional.empty();
    }
    String stem = name.substring(0, name.length() - suffix.length());
    String id = FileNames.decode(stem);
    return Names.allowed(id) && FileNames.encode(id).equals(stem)
        ? Optional.of(id)
        : Optional.empty();
  }
}
