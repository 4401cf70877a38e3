package io.agentsync.zookeeper;

import io.agentsync.journal.JournalEngine;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.Durability;

/**
 * Opens a part of an ensemble's tree as a store; found by {@link java.util.ServiceLoader}. An
 * ensemble has every record on the disks of a majority before it says so, hence what is asked for
 * less is given all the same.
 */
public final class ZooKeeperEngine implements JournalEngine {

  /** For {@link java.util.ServiceLoader}. */
  public ZooKeeperEngine() {}

  @Override
  public String scheme() {
    return Location.SCHEME;
  }

  @Override
  public JournalStore open(String location, Durability durability) {
    Location place = Location.parse(location);
    return new ZooKeeperStore(place, ClientSettings.load(place, System.getenv()));
  }
}
