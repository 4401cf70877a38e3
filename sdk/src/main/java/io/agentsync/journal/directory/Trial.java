package io.agentsync.journal.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A directory within a store where something is tried out; gone when it is closed. */
final class Trial implements AutoCloseable {

  private final Path directory;

  Trial(Layout layout) throws IOException {
    directory = layout.root().resolve("trial-" + UUID.randomUUID() + StateFiles.TEMPORARY);
    Files.createDirectory(directory);
  }

  Path file(String name) {
    return directory.resolve(name);
  }

  @Override
  public void close() throws IOException {
    for (Path file : StateFiles.list(directory)) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(directory);
  }
}
