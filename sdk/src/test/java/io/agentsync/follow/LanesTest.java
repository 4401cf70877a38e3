package io.agentsync.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.AgentSynchronizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process has only so many descriptors. */
class LanesTest {

  private static final Path OPEN = Path.of("/proc/self/fd");
  private static final int MANY = 2 * Lanes.MANY;
  private static final Set<String> ALONE = Set.of("a");

  @TempDir Path directory;

  @Test
  void theJournalsThatNobodyNeedsAreLetGoOf_andFoundAgain() throws Exception {
    Assumptions.assumeTrue(Files.isDirectory(OPEN), "nobody says here which files are open");
    try (AgentSynchronizer synchronizer = AgentSynchronizer.open(directory)) {
      for (int point = 0; point < MANY; point++) {
        synchronizer.meet("p" + point, "a", ALONE);
      }
      assertThat(openJournals()).isBetween(1, Lanes.MANY + 2);

      for (int point = 0; point < MANY; point++) {
        assertThat(synchronizer.meet("p" + point, "a", ALONE).generation()).isEqualTo(2);
      }
      assertThat(openJournals()).isLessThanOrEqualTo(Lanes.MANY + 2);
    }
    assertThat(openJournals()).isZero();
  }

  @Test
  void thoseThatSomebodyWaitsAtAreKept_andTheOthersGoOn() throws Exception {
    try (AgentSynchronizer synchronizer = AgentSynchronizer.open(directory)) {
      List<Future<?>> waiting = new ArrayList<>();
      for (int point = 0; point < MANY; point++) {
        waiting.add(synchronizer.joinOrCreateSyncPoint("p" + point, "a", Set.of("a", "b")));
      }
      for (int point = 0; point < MANY; point++) {
        synchronizer.joinOrCreateSyncPoint("p" + point, "b", Set.of("a", "b")).join();
      }
      assertThat(waiting).allMatch(Future::isDone);
    }
  }

  /** How many are open; each is open to be read, and once more to be appended to. */
  private int openJournals() throws IOException {
    try (Stream<Path> descriptors = Files.list(OPEN)) {
      return (int)
          descriptors
              .filter(descriptor -> target(descriptor).startsWith(directory.toString()))
              .map(LanesTest::target)
              .filter(file -> file.endsWith(".jsonl"))
              .distinct()
              .count();
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }
}
