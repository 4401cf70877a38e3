package io.agentsync.cli;

import java.util.UUID;
import org.apache.curator.test.InstanceSpec;
import org.apache.curator.test.TestingServer;

/** One ZooKeeper server in this JVM, in which every test has a namespace of its own. */
final class LocalEnsemble {

  private static final TestingServer SERVER = start();

  private LocalEnsemble() {}

  /** A location where there is nothing yet. */
  static String freshLocation() {
    return "zookeeper://%s/test/%s?session-timeout=2s"
        .formatted(SERVER.getConnectString(), UUID.randomUUID());
  }

  private static TestingServer start() {
    // Tests do not have to outlive a power cut.
    System.setProperty("zookeeper.forceSync", "no");
    try {
      return new TestingServer(new InstanceSpec(null, -1, -1, -1, true, -1, 200, 1000), true);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
