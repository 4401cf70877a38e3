package io.agentsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.AgentSynchronizer;
import io.agentsync.model.SyncResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** A store with sync points in any state, made with the SDK. */
final class Points implements AutoCloseable {

  static final Set<String> AB = Set.of("a", "b");

  private final Path directory;
  private final AgentSynchronizer synchronizer;

  Points(Path directory) {
    this.directory = directory;
    this.synchronizer = AgentSynchronizer.open(directory);
  }

  Points ready(String id) {
    synchronizer.createSyncPoint(id, AB);
    return this;
  }

  /** Agent a waits for agent b, for ten minutes. */
  Points waiting(String id) {
    CompletableFuture<SyncResult> unused =
        synchronizer.joinOrCreateSyncPoint(id, "a", AB, Duration.ofMinutes(10));
    awaitArrival(id, "a");
    return this;
  }

  void awaitArrival(String id, String agent) {
    long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (synchronizer.survey().syncPoints().stream()
        .noneMatch(point -> point.syncId().equals(id) && point.arrived().contains(agent))) {
      if (System.nanoTime() > patience) {
        throw new AssertionError(agent + " has not arrived at " + id + " in 30 s");
      }
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  /** Agent a has waited for agent b for longer than a millisecond, and nobody has ended it. */
  Points overdue(String id) throws IOException {
    waiting("waits");
    String tenMinutes = "\"timeoutMillis\":600000";
    String waits = Files.readString(journal("waits"));
    assertThat(waits).contains(tenMinutes);
    Files.writeString(journal(id), waits.replace(tenMinutes, "\"timeoutMillis\":1"));
    return this;
  }

  Points completed(String id) {
    CompletableFuture<SyncResult> a = synchronizer.joinOrCreateSyncPoint(id, "a", AB);
    synchronizer.joinOrCreateSyncPoint(id, "b", AB).join();
    a.join();
    return this;
  }

  Points timedOut(String id) {
    synchronizer.joinOrCreateSyncPoint(id, "a", AB, Duration.ofMillis(1)).join();
    return this;
  }

  Points aborted(String id, String reason) {
    ready(id);
    synchronizer.abortSync(id, reason);
    return this;
  }

  /** A line that is no record stands in the journal. */
  Points damaged(String id) throws IOException {
    ready(id);
    Files.writeString(journal(id), "no record\n", StandardOpenOption.APPEND);
    return this;
  }

  /** No line of the journal is a record. */
  Points ruined(String id) throws IOException {
    ready(id);
    Files.writeString(journal(id), "\nno record\n\0\0\0\n");
    return this;
  }

  /** Where the journal should be is something else. */
  Points unreadable(String id) throws IOException {
    Files.createDirectories(journal(id));
    return this;
  }

  AgentSynchronizer synchronizer() {
    return synchronizer;
  }

  private Path journal(String id) {
    return directory.resolve("syncpoints").resolve(id + ".jsonl");
  }

  @Override
  public void close() {
    synchronizer.close();
  }
}
