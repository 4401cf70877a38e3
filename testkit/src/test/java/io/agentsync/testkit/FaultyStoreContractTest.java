package io.agentsync.testkit;

import io.agentsync.journal.Engines;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.Durability;
import java.util.UUID;

/** As long as nothing is planned to fail, nobody notices the decorator. */
class FaultyStoreContractTest implements JournalStoreContract {

  private final String location = "memory://" + UUID.randomUUID();

  @Override
  public JournalStore open() {
    return new FaultyStore(Engines.open(location, Durability.PROCESS));
  }
}
