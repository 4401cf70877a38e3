package io.agentsync.benchmark.crew;

import io.agentsync.AgentSynchronizer;
import io.agentsync.model.Durability;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  private static final FileAttribute<Set<PosixFilePermission>> AS_ALL_JOURNALS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
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
    if (points > ORIGINALS) {
      copy(directory.resolve("syncpoints"), points);
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

  private static void copy(Path journals, int points) throws Exception {
    Map<Integer, String> originals = new HashMap<>();
    for (int point = 0; point < ORIGINALS; point++) {
      if (kind(point) != Kind.WAITING) {
        originals.put(point, Files.readString(journal(journals, point)));
      }
    }
    try (AgentThreads threads = new AgentThreads()) {
      for (int thread = 0; thread < THREADS; thread++) {
        int begin = ORIGINALS + thread;
        threads.start(thread, () -> write(journals, originals, begin, points));
      }
    }
  }

  private static void write(Path journals, Map<Integer, String> originals, int begin, int end)
      throws IOException {
    for (int point = begin; point < end; point += THREADS) {
      String original = originals.get(original(point));
      if (kind(point) != Kind.WAITING && original != null) {
        byte[] records = JournalCopy.of(original, point).getBytes(StandardCharsets.UTF_8);
        try (SeekableByteChannel journal =
            Files.newByteChannel(journal(journals, point), NEW, AS_ALL_JOURNALS)) {
          journal.write(ByteBuffer.wrap(records));
        }
      }
    }
  }

  private static Path journal(Path journals, int point) {
    return journals.resolve(name(point) + ".jsonl");
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
