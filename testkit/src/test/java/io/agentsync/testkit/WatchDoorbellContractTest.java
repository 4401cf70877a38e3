package io.agentsync.testkit;

import io.agentsync.journal.Engines;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.Durability;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Where the path is too long for a socket, files are watched, and the promises are the same. */
class WatchDoorbellContractTest implements DoorbellContract, InterruptContract {

  @TempDir private Path directory;

  @Override
  public JournalStore open() {
    Path deep = directory.resolve("d".repeat(60)).resolve("e".repeat(60));
    return Engines.open(deep.toString(), Durability.PROCESS);
  }
}
