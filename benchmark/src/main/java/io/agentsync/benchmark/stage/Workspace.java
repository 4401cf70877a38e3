package io.agentsync.benchmark.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories for the state of what is measured, in memory and on a disk; gone when closed. */
public final class Workspace implements AutoCloseable {

  private static final int TRIES = 100;

  private final Path memory;
  private final Path disk;

  /** Makes a directory of its own in each of the two. */
  public Workspace(Path memory, Path disk) throws IOException {
    this.memory = Files.createTempDirectory(memory, "agent-sync-bench-");
    this.disk = Files.createTempDirectory(Files.createDirectories(disk), "agent-sync-bench-");
    // Memory is dear; whoever breaks a run off leaves none of it behind.
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "clearing"));
  }

  /** Where the file system forgets everything with the machine. */
  public Path memory() {
    return memory;
  }

  /** Where the file system keeps things on a disk. */
  public Path disk() {
    return disk;
  }

  /** Deletes a directory below one of them, with all that is in it. */
  public void clear(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public void close() {
    for (Path root : List.of(memory, disk)) {
      for (int tries = 1; Files.exists(root); tries++) {
        try {
          clear(root);
        } catch (IOException e) {
          // Those who were ended a moment ago may just have written something more.
          if (tries == TRIES) {
            throw new UncheckedIOException("cannot clear " + root, e);
          }
        }
      }
    }
  }
}
