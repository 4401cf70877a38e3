package io.agentsync.zookeeper;

import io.agentsync.testkit.SynchronizerContract;

class ZooKeeperSynchronizerTest implements SynchronizerContract {

  private final String location = TestEnsemble.freshLocation();

  @Override
  public String location() {
    return location;
  }
}
