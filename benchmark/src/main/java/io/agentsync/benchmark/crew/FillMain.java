package io.agentsync.benchmark.crew;

import io.agentsync.AgentSynchronizer;
import io.agentsync.model.Durability;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Fills a store with sync points as they are found in one: six of ten have completed, the others
 * are declared, and at up to a thousand of them somebody waits. {@code FillMain DIRECTORY POINTS}
 */
public final class FillMain {

  private static final int THREADS = 4;

  /**
   * So many are made by meeting, and no more files are open at a time than a process may have open.
   * The others are copies of them, with ids of their own in all records: a journal does not hold
   * its own name.
   */
  private static final int ORIGINALS = 2_000;

  /** Before this one somebody waits at one of ten. */
  private static final int WAITING = 10_000;

  private static final Set<String> PAIR = Set.of("agent-0", "agent-1");

  private FillMain() {}

  /** Fills it, and ends as if it had been killed, so that who waits still does. */
  public static void main(String[] args) throws Exception {
    Path directory = Path.of(args[0]);
    int points = Integer.parseInt(args[1]);
    try (AgentSynchronizer synchronizer = open(directory);
        AgentThreads threads = new AgentThreads()) {
      for (int thread = 0; thread < THREADS; thread++) {
        int begin = thread;
        threads.start(thread, () -> fill(synchronizer, begin, Math.min(points, ORIGINALS)));
      }
    }
    JournalCopies copies = new JournalCopies(directory.resolve("syncpoints"));
    try (AgentThreads threads = new AgentThreads()) {
      for (int thread = 0; thread < THREADS; thread++) {
        int begin = ORIGINALS + thread;
        threads.start(thread, () -> copy(copies, begin, points));
      }
    }
    AgentSynchronizer synchronizer = open(directory);
    List<CompletableFuture<?>> waiting = new ArrayList<>();
    for (int point = 0; point < Math.min(points, WAITING); point++) {
      if (kind(point) == Kind.WAITING) {
        waiting.add(synchronizer.joinOrCreateSyncPoint(name(point), "agent-0", PAIR));
      }
    }
    if (waiting.stream().anyMatch(CompletableFuture::isDone)) {
      throw new IllegalStateException("somebody does not wait");
    }
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private enum Kind {
    COMPLETED,
    DECLARED,
    WAITING
  }

  private static Kind kind(int point) {
    int digit = point % 10;
    if (digit > 3) {
      return Kind.COMPLETED;
    }
    return digit == 3 && point < WAITING ? Kind.WAITING : Kind.DECLARED;
  }

  private static AgentSynchronizer open(Path directory) {
    return AgentSynchronizer.builder()
        .store(directory)
        .durability(Durability.PROCESS)
        .timeout(Duration.ofDays(1))
        .build();
  }

  private static void fill(AgentSynchronizer synchronizer, int begin, int end) {
    List<CompletableFuture<?>> meetings = new ArrayList<>();
    for (int point = begin; point < end; point += THREADS) {
      if (kind(point) == Kind.DECLARED) {
        synchronizer.createSyncPoint(name(point), PAIR);
      } else if (kind(point) == Kind.COMPLETED) {
        for (String agent : PAIR) {
          meetings.add(synchronizer.joinOrCreateSyncPoint(name(point), agent, PAIR));
        }
      }
    }
    meetings.forEach(CompletableFuture::join);
  }

  private static void copy(JournalCopies copies, int begin, int end) throws IOException {
    for (int point = begin; point < end; point += THREADS) {
      if (kind(point) != Kind.WAITING) {
        copies.copy(name(original(point)), name(point), point);
      }
    }
  }

  /** A point of the same kind among those that were made by meeting. */
  private static int original(int point) {
    int same = point % ORIGINALS;
    return kind(same) == kind(point) ? same : same - 1;
  }

  private static String name(int point) {
    return "point-" + point;
  }
}
