package io.agentsync.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.journal.Checkup;
import io.agentsync.journal.Engines;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.Check;
import io.agentsync.model.Check.Grade;
import io.agentsync.model.Durability;
import io.agentsync.model.Moment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The doctor at an ensemble. */
class CheckupTest {

  private static JournalStore open(String location) {
    return Engines.open(location, Durability.POWER);
  }

  private static List<Check> look(String location) {
    try (JournalStore store = open(location)) {
      return ((Checkup) store).checkUp();
    }
  }

  private static Check named(List<Check> checks, String name) {
    return checks.stream().filter(check -> check.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void aStoreThatIsFit() {
    String location = TestEnsemble.freshLocation();
    try (JournalStore store = open(location)) {
      store.openSession(new Moment(Instant.EPOCH, Optional.empty(), 0)).close();
    }
    List<Check> found = look(location);
    assertThat(found).extracting(Check::grade).doesNotContain(Grade.PROBLEM);
    assertThat(found)
        .extracting(Check::name)
        .containsExactly("server", "ensemble", "session", "namespace", "writing", "server-clock");
    assertThat(named(found, "ensemble").found()).contains("a single server");
    assertThat(named(found, "session").found()).isEqualTo("a session ends after 2 s of silence");
    assertThat(named(found, "namespace").found()).endsWith("is a store");
    assertThat(named(found, "server-clock").grade()).isEqualTo(Grade.OK);
  }

  @Test
  void whereThereIsNoneNothingIsLeftBehind() {
    String location = TestEnsemble.freshLocation();
    assertThat(named(look(location), "namespace").found()).endsWith("does not exist");
    try (JournalStore store = open(location)) {
      assertThat(store.locationExists()).isFalse();
    }
  }

  @Test
  void anotherSessionTimeoutThanWasAskedForIsAWarning() {
    Check session = named(look(TestEnsemble.freshLocation().replace("=2s", "=60s")), "session");
    assertThat(session.grade()).isEqualTo(Grade.WARNING);
    assertThat(session.found())
        .isEqualTo("a session ends after 4 s of silence, though 60 s was asked for");
  }

  @Test
  void whereNobodyListensEachHostIsNamed() throws IOException {
    String one = "127.0.0.1:" + unused();
    String other = "localhost:" + unused();
    List<Check> found = look("zookeeper://%s,%s/ns?connect-timeout=500ms".formatted(one, other));
    assertThat(found).extracting(Check::grade).containsOnly(Grade.PROBLEM);
    assertThat(found).extracting(Check::name).containsExactly("server", "server", "session");
    assertThat(found.get(0).found()).startsWith(one + " is not reached");
    assertThat(found.get(1).found()).startsWith(other + " is not reached");
    assertThat(found.get(2).found()).contains("no server of the ensemble answers");
  }

  @Test
  void whoListensAndSaysNothingIsNoZooKeeper() throws IOException {
    try (ServerSocket silent = listening()) {
      List<Check> found =
          look(
              "zookeeper://127.0.0.1:%d/ns?connect-timeout=300ms".formatted(silent.getLocalPort()));
      assertThat(found.get(0).found())
          .contains("is reached, but does not answer as ZooKeeper does", "within 300 ms");
    }
  }

  private static int unused() throws IOException {
    try (ServerSocket socket = listening()) {
      return socket.getLocalPort();
    }
  }

  private static ServerSocket listening() throws IOException {
    return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }
}
