package io.agentsync.journal.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.journal.Doorbell;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.Space;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agents ring on their own threads, which anybody may interrupt. */
class PeersTest {

  private static final Space SPACE = Space.of("syncpoints");
  private static final String LISTENER = "0123456789abc";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path directory;
  private Peers peers;
  private Doorbell bell;

  @BeforeEach
  void listen() throws Exception {
    Path bells = Files.createDirectory(directory.resolve("b"));
    peers = new Peers(bells);
    bell = SocketDoorbell.open(bells, LISTENER).orElseThrow();
  }

  @AfterEach
  void hangUp() {
    peers.close();
    bell.close();
  }

  @Test
  void w1_whoIsInterruptedRingsAllTheSame_andStaysInterrupted() {
    ring(0);
    Thread.currentThread().interrupt();
    ring(1);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(heard(2)).containsExactly("p-0", "p-1");
  }

  @Test
  void whoHasHungUpOpensNoConnectionAnyMore() throws Exception {
    peers.close();
    ring(0);
    // Whoever connects later is heard later, so this one would have been heard before.
    peers = new Peers(directory.resolve("b"));
    ring(1);

    assertThat(heard(1)).containsExactly("p-1");
  }

  private void ring(int number) {
    peers.ring(Set.of(LISTENER), SPACE.journal("p-" + number));
  }

  private Set<String> heard(int many) {
    Set<String> heard = new TreeSet<>();
    long end = System.nanoTime() + TimeUnit.NANOSECONDS.convert(PATIENCE);
    while (heard.size() < many && System.nanoTime() - end < 0) {
      bell.await(Duration.ofSeconds(1)).stream().map(JournalName::id).forEach(heard::add);
    }
    return heard;
  }
}
