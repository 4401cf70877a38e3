package io.agentsync.zookeeper;

import io.agentsync.testkit.MultiProcessContract;

class ZooKeeperMultiProcessContractTest implements MultiProcessContract {

  private final String location = TestEnsemble.freshLocation();

  @Override
  public String location() {
    return location;
  }
}
