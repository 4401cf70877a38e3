package io.agentsync.benchmark.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the system remembers of files. */
public final class PageCache {

  private static final Path DROP = Path.of("/proc/sys/vm/drop_caches");

  private PageCache() {}

  /** Forgets all of it, if this process may; whether it might. */
  public static boolean drop() throws InterruptedException {
    try {
      Programs.run(List.of("sync"));
      Files.writeString(DROP, "3\n");
      return true;
    } catch (IOException notAllowed) {
      return false;
    }
  }
}
