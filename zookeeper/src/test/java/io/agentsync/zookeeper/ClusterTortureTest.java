package io.agentsync.zookeeper;

import io.agentsync.testkit.TortureContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Processes that are killed, at an ensemble of three servers; in the long form only. */
@EnabledIfSystemProperty(named = "agentsync.torture", matches = "full")
class ClusterTortureTest implements TortureContract {

  private static TestCluster cluster;

  private final String location = cluster.freshLocation();

  @BeforeAll
  static void start() throws Exception {
    cluster = new TestCluster();
  }

  @AfterAll
  static void stop() throws Exception {
    cluster.close();
  }

  @Override
  public String location() {
    return location;
  }
}
