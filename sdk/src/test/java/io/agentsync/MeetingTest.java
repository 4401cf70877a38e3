package io.agentsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsync.model.AgentSyncException;
import io.agentsync.model.CleanupOptions;
import io.agentsync.model.Durability;
import io.agentsync.model.InvalidRequestException;
import io.agentsync.model.RepairReport;
import io.agentsync.model.SyncOptions;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncRepair;
import io.agentsync.model.SyncResult;
import io.agentsync.model.UnknownSyncPointException;
import io.agentsync.model.UnreadableSyncPointException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The rules as callers meet them where it matters that the store is a directory. */
@Timeout(60)
class MeetingTest {

  private static final Set<String> AB = Set.of("a", "b");

  @TempDir private Path directory;
  private AgentSynchronizer sync;

  @BeforeEach
  void open() {
    sync = synchronizer();
  }

  @AfterEach
  void close() {
    sync.close();
  }

  @Test
  void sp16_aPreviewSaysWhatARepairDoes_andWritesNothing() throws Exception {
    CompletableFuture<SyncResult> a = sync.joinOrCreateSyncPoint("p", "a", AB);
    SyncRepair excuse = new SyncRepair.Excuse("b", Optional.of("ill"));
    Path journal = directory.resolve("syncpoints").resolve("p.jsonl");
    String before = Files.readString(journal);

    RepairReport preview = sync.previewRepair("p", excuse);
    assertThat(Files.readString(journal)).isEqualTo(before);
    RepairReport repair = sync.repair("p", excuse);

    assertThat(preview.effective()).isTrue();
    assertThat(preview.after().outcome()).isEqualTo(repair.after().outcome());
    assertThat(repair.after().outcome()).contains(SyncOutcome.COMPLETED);
    assertThat(repair.actor()).isEqualTo(System.getProperty("user.name"));
    assertThat(a.get().actor()).contains(repair.actor());
    assertThat(sync.previewRepair("p", excuse).effective()).isFalse();
  }

  @Test
  void sp16_aPreviewTakesNoPartInTheStore() throws Exception {
    Files.createDirectories(directory.resolve("syncpoints"));
    assertThatThrownBy(() -> sync.previewRepair("p", new SyncRepair.Abort(Optional.empty())))
        .isInstanceOf(UnknownSyncPointException.class);
    assertThat(directory.resolve("sessions")).doesNotExist();
  }

  @Test
  void sp01_twoSynchronizersOfAProcessShareItsSession() throws Exception {
    try (AgentSynchronizer other = synchronizer()) {
      CompletableFuture<SyncResult> a = sync.joinOrCreateSyncPoint("p", "a", AB);
      CompletableFuture<SyncResult> b = other.joinOrCreateSyncPoint("p", "b", AB);
      assertThat(a.get().generation()).isEqualTo(b.get().generation()).isEqualTo(1);
      assertThat(countFiles("sessions", ".lock")).isEqualTo(1);
    }
    // The one that is left goes on with the session.
    assertThat(sync.joinOrCreateSyncPoint("q", "a", Set.of("a")).get().success()).isTrue();
  }

  @Test
  void sp12_aStoreThatFailsIsAnExceptionNotAnOutcome() throws Exception {
    sync.joinOrCreateSyncPoint("first", "a", Set.of("a")).get();
    Files.createDirectory(directory.resolve("syncpoints").resolve("p.jsonl"));

    CompletableFuture<SyncResult> call = sync.joinOrCreateSyncPoint("p", "a", AB);
    assertThatThrownBy(call::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(AgentSyncException.class)
        .hasMessageContaining("p.jsonl");
  }

  @Test
  void sp16_anUnknownPointIsAnError() {
    assertThatThrownBy(() -> sync.forceCompleteSync("nowhere"))
        .isInstanceOf(UnknownSyncPointException.class)
        .hasMessageContaining("nowhere")
        .hasMessageContaining(directory.toString());
    assertThatThrownBy(() -> sync.getSyncStatus("nowhere"))
        .isInstanceOf(UnknownSyncPointException.class);
    assertThatThrownBy(sync.joinSyncPoint("nowhere", "a")::get)
        .hasCauseInstanceOf(UnknownSyncPointException.class);
  }

  @Test
  void badArguments_areRefusedAtTheCall() {
    assertThatThrownBy(() -> sync.joinOrCreateSyncPoint("../p", "a", AB))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("first one a letter");
    assertThatThrownBy(() -> sync.joinOrCreateSyncPoint("p", "a\u001b", AB))
        .hasMessageContaining("\\u001b");
    assertThatThrownBy(() -> sync.joinOrCreateSyncPoint("p", "a", Set.of()))
        .hasMessageContaining("empty");
    assertThatThrownBy(() -> sync.joinOrCreateSyncPoint("p", "a", AB, Duration.ZERO))
        .hasMessageContaining("at least 1 ms");
    assertThatThrownBy(() -> SyncOptions.builder().timeout(Duration.ofMillis(-1)))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void w03_cleanupKeepsWhatIsOpen_andNumbersGoOn() throws Exception {
    sync.joinOrCreateSyncPoint("done", "a", Set.of("a")).get();
    sync.joinOrCreateSyncPoint("failed", "a", AB, Duration.ofMillis(1)).get();
    CompletableFuture<SyncResult> open = sync.joinOrCreateSyncPoint("open", "a", AB);

    assertThat(sync.cleanupSyncPoint("open")).isFalse();
    assertThat(sync.cleanup(CleanupOptions.COMPLETED).removed())
        .extracting(item -> item.id())
        .containsExactly("done");
    assertThat(sync.listActiveSyncPoints())
        .extracting(status -> status.syncId())
        .containsExactly("failed", "open");
    assertThat(sync.joinOrCreateSyncPoint("done", "a", Set.of("a")).get().generation())
        .isEqualTo(2);
    assertThat(open.isDone()).isFalse();
    assertThat(countFiles("history/syncpoints/done", ".jsonl")).isEqualTo(1);
  }

  @Test
  void w03_cleanupCreatesNoStoreWhereNoneIs() throws Exception {
    Path nowhere = directory.resolve("nowhere");
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("precious"), "text");
    for (Path place : List.of(nowhere, elsewhere)) {
      try (AgentSynchronizer other = AgentSynchronizer.open(place)) {
        assertThat(other.cleanup(CleanupOptions.COMPLETED).removed()).isEmpty();
        assertThat(other.cleanupSyncPoint("p")).isFalse();
        assertThat(other.listActiveSyncPoints()).isEmpty();
      }
    }
    assertThat(nowhere).doesNotExist();
    assertThat(elsewhere.toFile().list()).containsExactly("precious");
  }

  @Test
  void w03_cleanupKnowsAJournalThatWasWrittenByHand() throws Exception {
    Path byHand = directory.resolve("by-hand");
    Files.createDirectories(byHand.resolve("syncpoints"));
    Files.writeString(
        byHand.resolve("syncpoints").resolve("p.jsonl"),
        "{\"kind\":\"journal\",\"version\":1,\"epoch\":1,\"after\":0}\n"
            + "{\"kind\":\"arrive\",\"op\":\"o\",\"generation\":1,\"agent\":\"a\",\"at\":\"2026-01-01T00:00:00Z\","
            + "\"view\":{\"required\":[\"a\"],\"rule\":\"all\",\"timeoutMillis\":1000}}\n");
    try (AgentSynchronizer other = AgentSynchronizer.open(byHand)) {
      assertThat(other.cleanup(CleanupOptions.COMPLETED).removed())
          .extracting(item -> item.id())
          .containsExactly("p");
      assertThat(other.listActiveSyncPoints()).isEmpty();
    }
  }

  @Test
  void j05_aDamagedLineIsVoidAndReported_andTheOthersCount() throws Exception {
    CompletableFuture<SyncResult> a = sync.joinOrCreateSyncPoint("p", "a", AB);
    append("p", "\n{\"kind\":\"force\"\n\u0000\u0000\n{\"kind\":\"dance\",\"op\":\"x\"}\n");
    CompletableFuture<SyncResult> b = sync.joinOrCreateSyncPoint("p", "b", AB);

    assertThat(a.get()).extracting(SyncResult::outcome).isEqualTo(b.get().outcome());
    assertThat(sync.diagnoseSyncIssues("p").problems()).hasSize(3);
    assertThat(sync.diagnoseSyncIssues("p").healthy()).isFalse();
  }

  @Test
  void j05_whereEveryLineIsDamagedItIsUnreadable_notUnknown() throws Exception {
    sync.joinOrCreateSyncPoint("first", "a", Set.of("a")).get();
    append("p", "\n{\"kind\":\"journal\"}\n\u0000\n");
    append("begun", "\n{\"kind\":\"journal\",\"version\":1,\"epoch\":1,\"after\":0}\n");

    assertThatThrownBy(() -> sync.diagnoseSyncIssues("p"))
        .isInstanceOfSatisfying(
            UnreadableSyncPointException.class, e -> assertThat(e.problems()).hasSize(2))
        .hasMessageContaining("p.jsonl")
        .hasMessageContaining("byte 1 ");
    assertThatThrownBy(() -> sync.getSyncStatus("p"))
        .isInstanceOf(UnreadableSyncPointException.class);
    assertThat(sync.survey().problems()).hasSize(2);
    assertThatThrownBy(() -> sync.getSyncStatus("begun"))
        .isInstanceOf(UnknownSyncPointException.class);

    append("begun", "\n\u0000\n");
    assertThatThrownBy(() -> sync.diagnoseSyncIssues("begun"))
        .isInstanceOf(UnreadableSyncPointException.class);
    // Whoever has a view goes on all the same.
    assertThat(sync.joinOrCreateSyncPoint("p", "a", Set.of("a")).get().generation()).isEqualTo(1);
    assertThat(sync.diagnoseSyncIssues("p").problems()).hasSize(2);
  }

  @Test
  void j04_aNewerFormatIsRefused_andLeftAlone() throws Exception {
    sync.joinOrCreateSyncPoint("first", "a", Set.of("a")).get();
    append("p", "\n{\"kind\":\"journal\",\"version\":2,\"epoch\":1,\"after\":0}\n");
    byte[] before = Files.readAllBytes(journal("p"));

    assertThatThrownBy(sync.joinOrCreateSyncPoint("p", "a", AB)::get)
        .hasMessageContaining("format 2");
    assertThat(Files.readAllBytes(journal("p"))).isEqualTo(before);
    assertThat(sync.survey().problems())
        .singleElement()
        .satisfies(p -> assertThat(p.path()).contains("p.jsonl"));
  }

  @Test
  void j08_aLongJournalIsRotated_andTheRoundsGoOn() throws Exception {
    Set<String> many = new TreeSet<>();
    for (int i = 0; i < 200; i++) {
      many.add("an-agent-with-a-long-name-" + i);
    }
    int round = 0;
    while (!Files.exists(directory.resolve("history/syncpoints/p")) && round < 200) {
      List<CompletableFuture<SyncResult>> calls = new ArrayList<>();
      for (String agent : many) {
        calls.add(sync.joinOrCreateSyncPoint("p", agent, many));
      }
      round++;
      for (CompletableFuture<SyncResult> call : calls) {
        assertThat(call.get().generation()).isEqualTo(round);
      }
    }
    assertThat(round).isBetween(2, 199);
  }

  @Test
  void w01_whoIsNotRungAtLooksForItselfWithinASecond() throws Exception {
    CompletableFuture<SyncResult> a = sync.joinOrCreateSyncPoint("p", "a", AB);
    append(
        "p",
        "\n{\"kind\":\"arrive\",\"op\":\"by-hand\",\"generation\":1,\"agent\":\"b\",\"at\":\"2026-01-01T00:00:00Z\","
            + "\"view\":{\"required\":[\"a\",\"b\"],\"rule\":\"all\",\"timeoutMillis\":1000}}\n");

    assertThat(a.get(5, TimeUnit.SECONDS).arrived()).containsExactly("a", "b");
    assertThat(Files.readString(journal("p"))).contains("\"kind\":\"ended\"");
  }

  @Test
  void aThousandPointsAreListed() throws Exception {
    for (int i = 0; i < 1000; i++) {
      sync.joinOrCreateSyncPoint("p-" + i, "a", Set.of("a")).get();
    }

    assertThat(sync.listActiveSyncPoints()).hasSize(1000);
    assertThat(sync.cleanup(CleanupOptions.COMPLETED).removed())
        .filteredOn(item -> item.kind().label().equals("syncPoint"))
        .hasSize(1000);
  }

  private AgentSynchronizer synchronizer() {
    return AgentSynchronizer.builder().store(directory).durability(Durability.PROCESS).build();
  }

  private Path journal(String id) {
    return directory.resolve("syncpoints").resolve(id + ".jsonl");
  }

  private void append(String id, String text) throws IOException {
    Files.write(
        journal(id),
        text.getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private long countFiles(String subdirectory, String suffix) throws IOException {
    try (var files = Files.list(directory.resolve(subdirectory))) {
      return files.filter(file -> file.toString().endsWith(suffix)).count();
    }
  }
}
