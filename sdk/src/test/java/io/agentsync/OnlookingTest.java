package io.agentsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import io.agentsync.model.UnknownSyncPointException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Waiting at a sync point without taking part. */
@Timeout(60)
class OnlookingTest {

  private static final Set<String> AB = Set.of("a", "b");
  private static final Duration LONG = Duration.ofSeconds(50);
  private static final Duration SOON = Duration.ofMillis(200);

  @TempDir private Path directory;
  private AgentSynchronizer sync;
  private AgentSynchronizer looking;

  @BeforeEach
  void open() {
    sync = AgentSynchronizer.open(directory);
    looking = AgentSynchronizer.open(directory);
  }

  @AfterEach
  void close() {
    looking.close();
    sync.close();
  }

  @Test
  void anOutcomeThatIsThereIsToldAtOnce() throws Exception {
    meet("p");

    assertThat(looking.awaitSyncPoint("p").outcome()).isEqualTo(SyncOutcome.COMPLETED);
    assertThat(looking.awaitSyncPoint("p", SOON).orElseThrow().arrived()).containsExactly("a", "b");
  }

  @Test
  void whoLooksOnIsToldTheOutcomeAndChangesNothing() throws Exception {
    CompletableFuture<SyncResult> a = sync.joinOrCreateSyncPoint("p", "a", AB);
    FutureTask<SyncResult> seen = start(() -> looking.awaitSyncPoint("p"));
    sync.joinOrCreateSyncPoint("p", "b", AB).join();

    assertThat(seen.get(30, TimeUnit.SECONDS).outcome()).isEqualTo(SyncOutcome.COMPLETED);
    assertThat(a.join().arrived()).containsExactly("a", "b");
    assertThat(sync.story("p").lines()).filteredOn(line -> line.what().equals("arrive")).hasSize(2);
  }

  @Test
  void sp12_whoLooksOnEndsWhatIsOverdue() throws Exception {
    // An agent of another process that was killed: its claim stands, and nobody judges it.
    sync.createSyncPoint("p", AB);
    Files.writeString(
        directory.resolve("syncpoints").resolve("p.jsonl"),
        """

        {"kind":"arrive","op":"x","generation":1,"agent":"a","at":"2026-01-01T00:00:00Z","view":{"required":["a","b"],"rule":"all","timeoutMillis":300},"timeoutMillis":300}
        """,
        StandardOpenOption.APPEND);

    SyncResult seen = looking.awaitSyncPoint("p", LONG).orElseThrow();

    assertThat(seen.outcome()).isEqualTo(SyncOutcome.TIMED_OUT);
    assertThat(seen.missing()).containsExactly("b");
  }

  @Test
  void aPatienceThatIsOverChangesNothing() throws Exception {
    CompletableFuture<SyncResult> a = sync.joinOrCreateSyncPoint("p", "a", AB, LONG);

    assertThat(looking.awaitSyncPoint("p", SOON)).isEmpty();

    sync.joinOrCreateSyncPoint("p", "b", AB).join();
    assertThat(a.join().success()).isTrue();
  }

  @Test
  void theNewestGenerationAtTheCallIsTheOneThatIsWaitedFor() throws Exception {
    meet("p");
    CompletableFuture<SyncResult> unused = sync.joinOrCreateSyncPoint("p", "a", AB, LONG);
    FutureTask<SyncResult> seen = start(() -> looking.awaitSyncPoint("p"));
    sync.forceCompleteSync("p", "enough");

    SyncResult result = seen.get(30, TimeUnit.SECONDS);
    assertThat(result.generation()).isEqualTo(2);
    assertThat(result.outcome()).isEqualTo(SyncOutcome.FORCED);
    assertThat(result.reason()).isEqualTo(Optional.of("enough"));
  }

  @Test
  void aGenerationThatHasEndedAndGoneAtOnceIsToldAllTheSame() throws Exception {
    CompletableFuture<SyncResult> unused = sync.joinOrCreateSyncPoint("p", "a", AB, LONG);
    FutureTask<SyncResult> seen = start(() -> looking.awaitSyncPoint("p"));
    sync.forceCompleteSync("p");
    assertThat(sync.cleanupSyncPoint("p")).isTrue();

    assertThat(seen.get(30, TimeUnit.SECONDS).outcome()).isEqualTo(SyncOutcome.FORCED);
  }

  @Test
  void anUnknownPointIsUnknown() {
    assertThatThrownBy(() -> looking.awaitSyncPoint("p"))
        .isInstanceOf(UnknownSyncPointException.class);
  }

  @Test
  void anInterruptEndsIt() throws Exception {
    CompletableFuture<SyncResult> unused = sync.joinOrCreateSyncPoint("p", "a", AB, LONG);
    FutureTask<SyncResult> seen = new FutureTask<>(() -> looking.awaitSyncPoint("p"));
    Thread thread = new Thread(seen);
    thread.start();
    thread.interrupt();

    assertThatThrownBy(() -> seen.get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(InterruptedException.class);
  }

  @Test
  void closingEndsIt() throws Exception {
    CompletableFuture<SyncResult> unused = sync.joinOrCreateSyncPoint("p", "a", AB, LONG);
    FutureTask<Optional<SyncResult>> seen = start(() -> looking.awaitSyncPoint("p", LONG));
    looking.close();

    try {
      assertThat(seen.get(30, TimeUnit.SECONDS)).isEmpty();
    } catch (ExecutionException closedBeforeItBegan) {
      assertThat(closedBeforeItBegan).hasMessageContaining("closed");
    }
  }

  private void meet(String point) {
    CompletableFuture<SyncResult> a = sync.joinOrCreateSyncPoint(point, "a", AB);
    sync.joinOrCreateSyncPoint(point, "b", AB).join();
    a.join();
  }

  private static <T> FutureTask<T> start(Callable<T> call) {
    FutureTask<T> task = new FutureTask<>(call);
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
    return task;
  }
}
