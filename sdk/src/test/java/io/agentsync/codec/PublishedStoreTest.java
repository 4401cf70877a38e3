package io.agentsync.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.AgentSynchronizer;
import io.agentsync.SynchronizedAgentRegistry;
import io.agentsync.model.AgentStatus;
import io.agentsync.model.CleanupOptions;
import io.agentsync.model.SyncOptions;
import io.agentsync.model.SyncResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that the library has filled holds nothing that the published schemas refuse. */
class PublishedStoreTest {

  private static final Pattern KIND = Pattern.compile("^\\{\"kind\":\"([a-z]+)\"");
  private static final Set<String> AB = Set.of("a", "b");

  @TempDir private Path directory;

  @Test
  void everyRecordOfAgentsIsAsPublished() throws IOException {
    try (SynchronizedAgentRegistry registry = SynchronizedAgentRegistry.open(directory)) {
      registry.registerAgent("a", "r\u00f4le", List.of("x"), Map.of("k", "v"));
      registry.updateAgentStatus("a", AgentStatus.SYNCING, "waits");
      registry.registerUnattended("shell", "", List.of());
      registry.heartbeat("shell");
      registry.deregisterAgent("shell");
      assertThat(registry.cleanupStaleAgents(Duration.ZERO)).isEqualTo(1);
    }

    List<String> lines = lines("agents");
    lines.forEach(PublishedSchema.of("agent-record")::assertAccepts);
    assertThat(kinds(lines))
        .containsExactly("beat", "deregister", "journal", "register", "removed", "status");
  }

  @Test
  void everyCellOfASessionIsAsPublished() throws IOException {
    try (AgentSynchronizer sync = AgentSynchronizer.open(directory)) {
      sync.registry().registerAgent("a", "", List.of());
      CompletableFuture<SyncResult> unused = sync.joinOrCreateSyncPoint("p", "a", AB);
      long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      List<String> noted = wholeCells();
      while (noted.isEmpty()) {
        assertThat(System.nanoTime()).as("noted in time").isLessThan(patience);
        sync.registry().heartbeat("a");
        noted = wholeCells();
      }
      noted.forEach(PublishedSchema.of("session-cell")::assertAccepts);
    }
  }

  @Test
  void everyRecordOfSyncPointsIsAsPublished() throws IOException {
    try (AgentSynchronizer sync = AgentSynchronizer.open(directory)) {
      sync.createSyncPoint("p", AB);
      CompletableFuture<SyncResult> a =
          sync.joinOrCreateSyncPoint(
              "p", "a", AB, SyncOptions.builder().payload(Map.of("n", 1)).build());
      assertThat(sync.joinOrCreateSyncPoint("p", "b", Set.of("b", "z")).join().success()).isFalse();
      sync.extendSync("p", Duration.ofHours(1), "long");
      sync.excuseAgent("p", "b", "ill");
      assertThat(a.join().success()).isTrue();
      assertThat(sync.joinOrCreateSyncPoint("q", "a", AB).cancel(false)).isTrue();
      assertThat(sync.joinOrCreateSyncPoint("q", "a", AB, Duration.ofMillis(1)).join().success())
          .isFalse();
      sync.createSyncPoint("r", AB);
      sync.abortSync("r", "why");
      sync.createSyncPoint("r", AB);
      sync.forceCompleteSync("r");
      sync.cleanup(CleanupOptions.COMPLETED);
    }

    List<String> lines = lines("syncpoints");
    lines.forEach(PublishedSchema.of("syncpoint-record")::assertAccepts);
    assertThat(kinds(lines))
        .contains("journal", "declare", "arrive", "withdraw", "timeout", "force", "abort")
        .contains("excuse", "extend", "mismatch", "ended", "removed");
  }

  /** The records of what stands, of what was removed, and the tombstones. */
  private List<String> lines(String kind) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String place : List.of(kind, "history/" + kind, "tombstones/" + kind)) {
      Path root = directory.resolve(place);
      if (Files.exists(root)) {
        try (Stream<Path> files = Files.walk(root)) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            Files.readAllLines(file).stream().filter(line -> !line.isEmpty()).forEach(lines::add);
          }
        }
      }
    }
    return lines;
  }

  /** The cells that are not being written just now. */
  private List<String> wholeCells() throws IOException {
    List<String> cells = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory.resolve("sessions"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".notes")).toList()) {
        for (String cell : Files.readString(file, StandardCharsets.ISO_8859_1).split("\n", -1)) {
          byte[] bytes = cell.getBytes(StandardCharsets.ISO_8859_1);
          if (AgentCodec.decode(bytes, Optional.empty()).isPresent()) {
            cells.add(new String(bytes, StandardCharsets.UTF_8));
          }
        }
      }
    }
    return cells;
  }

  private static Set<String> kinds(List<String> lines) {
    Set<String> kinds = new TreeSet<>();
    for (String line : lines) {
      Matcher kind = KIND.matcher(line);
      if (kind.find()) {
        kinds.add(kind.group(1));
      }
    }
    return kinds;
  }
}
