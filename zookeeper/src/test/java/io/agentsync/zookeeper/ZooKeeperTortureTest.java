package io.agentsync.zookeeper;

import io.agentsync.testkit.TortureContract;

class ZooKeeperTortureTest implements TortureContract {

  private final String location = TestEnsemble.freshLocation();

  @Override
  public String location() {
    return location;
  }
}
