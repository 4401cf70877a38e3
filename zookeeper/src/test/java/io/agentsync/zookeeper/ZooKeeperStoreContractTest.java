package io.agentsync.zookeeper;

import io.agentsync.journal.Engines;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.Durability;
import io.agentsync.testkit.JournalStoreContract;

class ZooKeeperStoreContractTest implements JournalStoreContract {

  private final String location = TestEnsemble.freshLocation();

  @Override
  public JournalStore open() {
    return Engines.open(location, Durability.PROCESS);
  }
}
