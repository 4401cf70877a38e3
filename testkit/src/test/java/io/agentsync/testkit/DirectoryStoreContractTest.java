package io.agentsync.testkit;

import io.agentsync.journal.Engines;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.Durability;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class DirectoryStoreContractTest implements JournalStoreContract {

  @TempDir Path directory;

  @Override
  public JournalStore open() {
    return Engines.open(directory.resolve("store").toString(), Durability.PROCESS);
  }
}
