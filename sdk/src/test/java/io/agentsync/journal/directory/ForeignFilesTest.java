package io.agentsync.journal.directory;

import static io.agentsync.journal.directory.DirectoryFaultsTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Exclusive;
import io.agentsync.journal.Space;
import io.agentsync.model.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What does not belong into runs, history and locks is neither followed, nor taken, nor deleted.
 */
class ForeignFilesTest {

  private static final Space SPACE = Space.of("syncpoints");
  private static final JournalName POINT = SPACE.journal("point");
  private static final Space NIGHT = new Space("syncpoints", Optional.of("night"));

  @TempDir Path root;
  @TempDir Path outside;

  private JournalStore store;

  @BeforeEach
  void createStore() {
    store = new DirectoryStore(new Layout(root), Durability.PROCESS, Optional.empty());
    store.create(NIGHT.journal("point")).close();
    remove(POINT);
  }

  @Test
  void linksAndFilesAreNoRuns() throws IOException {
    Files.createDirectories(outside.resolve("syncpoints"));
    Files.createFile(outside.resolve("syncpoints/p.jsonl"));
    Path link = Files.createSymbolicLink(root.resolve("runs/link"), outside);
    Files.createFile(root.resolve("runs/file"));
    Files.createDirectories(root.resolve("runs/No Run/syncpoints"));
    Space linked = new Space("syncpoints", Optional.of("link"));

    assertThat(store.spaces("syncpoints")).containsExactly(SPACE, NIGHT);
    assertRefused(link, () -> store.open(linked.journal("p")));
    assertRefused(link, () -> store.create(linked.journal("q")));
    assertRefused(link, () -> store.list(linked));
    assertThat(outside.resolve("syncpoints/q.jsonl")).doesNotExist();
  }

  @Test
  void aRunThatCannotBeListedIsThere_andHidesNobody() throws IOException {
    Files.createDirectories(root.resolve("runs/odd"));
    Files.createFile(root.resolve("runs/odd/syncpoints"));
    Space odd = new Space("syncpoints", Optional.of("odd"));

    assertThat(store.spaces("syncpoints")).containsExactly(SPACE, NIGHT, odd);
    assertRefused(root.resolve("runs/odd/syncpoints"), () -> store.list(odd));
  }

  @Test
  void linksAndFilesAreNoHistory_andPruningTakesJournalsOnly() throws IOException {
    Files.createDirectories(outside.resolve("precious"));
    Path victim = Files.writeString(outside.resolve("precious/1.jsonl"), "precious\n");
    Path history = root.resolve("history/syncpoints");
    Files.createSymbolicLink(history.resolve("link"), outside.resolve("precious"));
    Files.createSymbolicLink(root.resolve("history/agents"), outside);
    Path foreign = Files.createFile(history.resolve("point/notes.txt"));
    Files.createFile(history.resolve("file"));
    Files.createDirectory(history.resolve("empty"));

    assertThat(store.removed(SPACE)).containsExactly(POINT);
    assertRefused(
        history.resolve("link"), () -> store.history(SPACE.journal("link"), journal -> {}));
    assertRefused(history.resolve("link"), () -> remove(SPACE.journal("link")));
    assertThat(store.prune(Duration.ZERO)).containsExactly("history/syncpoints/point/1.jsonl");
    assertThat(victim).exists();
    assertThat(foreign).exists();
    assertThat(store.removed(SPACE)).isEmpty();
  }

  @Test
  void aLinkInHistoryIsRefused_notPassedOver() throws IOException {
    Path link = root.resolve("history/syncpoints/point/2.jsonl");
    Files.createSymbolicLink(link, Files.createFile(outside.resolve("victim")));
    List<String> places = new ArrayList<>();

    assertRefused(link, () -> store.history(POINT, journal -> places.add(journal.place())));
    assertThat(places).hasSize(1);
  }

  @Test
  void aLockWhoseFileWasDeletedIsTakenOnTheNewOne() throws IOException {
    store.exclusive("removal", Duration.ZERO).close();
    Path file = new Layout(root).lock("removal");
    Object deleted = StateFiles.key(file).orElseThrow();
    Files.move(file, outside.resolve("deleted"));

    try (Exclusive lock = store.exclusive("removal", Duration.ZERO)) {
      assertThat(StateFiles.key(file).orElseThrow()).isNotEqualTo(deleted);
    }
    Files.delete(file);
    store.exclusive("removal", Duration.ZERO).close();
    assertThat(file).exists();
  }

  private void remove(JournalName name) {
    try (Journal journal = store.create(name)) {
      store.remove(journal, new byte[] {'x'});
    }
  }
}
