package io.agentsync.journal.directory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The program of the other process: says whether it is refused a lock. */
final class LockWitness {

  static final String HELD = "held";
  static final String FREE = "free";

  private LockWitness() {}

  /** Looks at the file named first, and leaves word in the one named second. */
  public static void main(String[] args) throws IOException {
    try (FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      Files.writeString(Path.of(args[1]), lock == null ? HELD : FREE);
    }
  }
}
