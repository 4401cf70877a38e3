package io.agentsync.journal.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.AgentSynchronizer;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Session;
import io.agentsync.model.CleanupOptions;
import io.agentsync.model.CleanupReport;
import io.agentsync.model.Durability;
import io.agentsync.model.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * W-3: however many processes come and go, and however they go, a cleanup leaves nothing of them.
 */
class LeftoversTest {

  private static final Moment NOW = new Moment(Instant.EPOCH, Optional.empty(), 0);

  @TempDir Path directory;

  @Test
  void w03_ofAThousandProcessesNothingIsLeft() throws IOException {
    Layout layout = new Layout(directory);
    try (JournalStore store = new DirectoryEngine().open(directory.toString(), Durability.PROCESS);
        AgentSynchronizer synchronizer = AgentSynchronizer.open(directory)) {
      for (int i = 0; i < 100; i++) {
        opened(store).close();
        opened(store).end(NOW);
      }
      for (int i = 0; i < 800; i++) {
        leaveKilled(layout, "killed-" + i);
      }
      Session living = store.openSession(NOW);
      assertThat(StateFiles.list(layout.sessions())).hasSizeGreaterThan(1500);
      CleanupReport report = synchronizer.cleanup(CleanupOptions.COMPLETED);

      assertThat(report.problems()).isEmpty();
      assertThat(StateFiles.list(layout.sessions()))
          .isNotEmpty()
          .allMatch(file -> file.getFileName().toString().startsWith(living.id()));
      assertThat(StateFiles.list(layout.bells())).isEmpty();
      living.close();
      assertThat(layout.sessions()).isEmptyDirectory();
    }
  }

  @Test
  void w03_whatCannotBeClearedIsAProblem_andTheRestIsCleared() throws IOException {
    Layout layout = new Layout(directory);
    try (JournalStore store = new DirectoryEngine().open(directory.toString(), Durability.PROCESS);
        AgentSynchronizer synchronizer = AgentSynchronizer.open(directory)) {
      store.openSession(NOW).end(NOW);
      store.openSession(NOW).end(NOW);
      Path lock = Files.createFile(layout.sessions().resolve("0odd.lock"));
      Path notes = layout.sessions().resolve("0odd.notes");
      Files.createDirectories(notes.resolve("below"));
      CleanupReport report = synchronizer.cleanup(CleanupOptions.COMPLETED);

      assertThat(report.problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.path()).isEqualTo(notes.toString()));
      assertThat(StateFiles.list(layout.sessions())).containsExactlyInAnyOrder(lock, notes);
    }
  }

  private static Session opened(JournalStore store) {
    Session session = store.openSession(NOW);
    session.note(new TreeMap<>(Map.of(3, new byte[] {'x'})));
    store.doorbell(session).close();
    return session;
  }

  /** Leaves what a kill leaves: all its files, and no lock on them. */
  private static void leaveKilled(Layout layout, String session) throws IOException {
    SessionFiles files = new SessionFiles(layout.sessions());
    SessionNote.beginning(NOW, Optional.empty()).write(files.note(session));
    Files.createFile(files.lock(session));
    Files.createFile(files.notes(session));
    Files.createFile(SocketDoorbell.socket(layout.bells(), session));
  }
}
