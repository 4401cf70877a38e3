package io.agentsync.testkit;

import io.agentsync.journal.Engines;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.Durability;
import java.util.UUID;

class MemoryStoreContractTest implements JournalStoreContract {

  private final String location = "memory://" + UUID.randomUUID();

  @Override
  public JournalStore open() {
    return Engines.open(location, Durability.PROCESS);
  }
}
