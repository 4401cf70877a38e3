package io.agentsync.zookeeper;

import java.io.IOException;
import java.util.UUID;
import org.apache.curator.test.InstanceSpec;
import org.apache.curator.test.TestingServer;

/** One server in this JVM for all tests, of which each has a namespace of its own. */
final class TestEnsemble {

  private static final TestingServer SERVER = start();

  private TestEnsemble() {}

  /** A location that no other test uses. */
  static String freshLocation() {
    return "zookeeper://%s/test/%s?session-timeout=2s"
        .formatted(SERVER.getConnectString(), UUID.randomUUID());
  }

  /** A wire to the server. */
  static FaultyWire wire() throws IOException {
    return new FaultyWire(SERVER.getPort());
  }

  /** The same store, reached over a wire. */
  static String over(FaultyWire wire, String location) {
    return location.replace(SERVER.getConnectString(), "127.0.0.1:" + wire.port());
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
