package io.agentsync.journal.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Session;
import io.agentsync.journal.Space;
import io.agentsync.model.Durability;
import io.agentsync.model.Moment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in a store's directory, and what does not belong there. */
class DirectoryStoreFilesTest {

  private static final JournalName POINT = Space.of("syncpoints").journal("point");
  private static final Moment BEGAN = new Moment(Instant.EPOCH, Optional.empty(), 0);

  @TempDir Path directory;

  @Test
  void openingAndLookingCreatesNothing() {
    try (JournalStore store = open(root())) {
      store.open(POINT);
      store.list(Space.of("syncpoints"));
      store.sessions();
      store.tombstone(POINT);
      store.prune(Duration.ZERO);

      assertThat(store.exists()).isFalse();
      assertThat(store.locationExists()).isFalse();
      assertThat(root()).doesNotExist();
    }
  }

  @Test
  void aDirectoryIsAStoreOnceSomebodyTakesPart() {
    try (JournalStore store = open(directory)) {
      assertThat(store.locationExists()).isTrue();
      assertThat(store.exists()).isFalse();

      store.openSession(BEGAN).close();
      assertThat(store.exists()).isTrue();
    }
  }

  @Test
  void everythingIsForItsOwnerOnly() throws IOException {
    Assumptions.assumeTrue(posix(), "this file system has no modes");
    try (JournalStore store = open(root());
        Session session = store.openSession(BEGAN);
        Journal journal = store.create(POINT)) {
      store.exclusive("removal", Duration.ZERO).close();
      store.remove(journal, new byte[] {'x'});
      store.create(POINT).close();

      assertThat(session.id()).isNotBlank();
      try (Stream<Path> all = Files.walk(root())) {
        assertThat(all).hasSizeGreaterThan(12).allSatisfy(DirectoryStoreFilesTest::assertOwners);
      }
    }
  }

  @Test
  void strangeFilesAreNotTakenForJournals() throws IOException {
    try (JournalStore store = open(root())) {
      store.create(POINT).close();
      Path space = root().resolve("syncpoints");
      List<String> strange =
          List.of(
              "x.jsonl.1234.tmp",
              "notes.txt",
              ".hidden.jsonl",
              "x.json",
              ".jsonl",
              "X.jsonl",
              "x~1.jsonl",
              "-x.jsonl",
              "a b.jsonl",
              "é.jsonl",
              "con.jsonl");
      for (String name : strange) {
        Files.writeString(space.resolve(name), "{}\n");
      }
      assertThat(store.list(Space.of("syncpoints"))).containsExactly(POINT);
    }
  }

  @Test
  void aHandWithALateAppendCreatesNoJournal() {
    try (JournalStore store = open(root());
        Journal late = store.create(POINT);
        Journal journal = store.create(POINT)) {
      store.remove(journal, new byte[] {'x'});

      assertThat(late.append(List.of("one".getBytes(StandardCharsets.UTF_8)))).isFalse();
      assertThat(root().resolve("syncpoints")).isEmptyDirectory();
    }
  }

  @Test
  void theAgeOfARemovalCounts_notThatOfTheLastRecord() throws IOException {
    Assumptions.assumeTrue(posix(), "the time of a move is not known here");
    try (JournalStore store = open(root());
        Journal journal = store.create(POINT)) {
      age(root().resolve("syncpoints").resolve("point.jsonl"));
      store.remove(journal, new byte[] {'x'});

      assertThat(store.prune(Duration.ofDays(30))).isEmpty();
      assertThat(store.prune(Duration.ZERO)).containsExactly("history/syncpoints/point/1.jsonl");
      assertThat(root().resolve("history/syncpoints")).isEmptyDirectory();
    }
  }

  @Test
  void whatTheDeadLeftLyingIsSwept_butNotWhatSomebodyIsAt() throws IOException {
    try (JournalStore store = open(root());
        Session session = store.openSession(BEGAN)) {
      List<String> leftovers =
          List.of(
              "bells/gone.sock",
              "sessions/abc.lock.tmp",
              "sessions/gone.properties",
              "settings/store.properties.1.tmp",
              "tombstones/syncpoints/point.json.2.tmp");
      for (String name : leftovers) {
        Files.createDirectories(root().resolve(name).getParent());
        age(Files.createFile(root().resolve(name)));
      }
      Path young = Files.createFile(root().resolve("sessions/young.properties"));
      age(root().resolve("sessions").resolve(session.id() + ".properties"));

      assertThat(store.prune(Duration.ofDays(1))).containsExactlyInAnyOrderElementsOf(leftovers);
      assertThat(store.sessions())
          .extracting("id")
          .containsExactlyInAnyOrder("young", session.id());
      assertThat(young).exists();
      assertThat(root().resolve("sessions").resolve(session.id() + ".properties")).exists();
    }
  }

  @Test
  void oneStoreReachedByTwoPathsIsOne() throws IOException {
    try (JournalStore store = open(root());
        Session session = store.openSession(BEGAN)) {
      Path link = Files.createSymbolicLink(directory.resolve("link"), root());
      JournalStore other = open(link);

      assertThat(other.probe(session.id())).isEqualTo(JournalStore.Life.ALIVE);
      assertThat(other.sessions())
          .extracting(JournalStore.SessionTrace::life)
          .containsExactly(JournalStore.Life.ALIVE);
    }
  }

  private static void age(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(60))));
  }

  private static void assertOwners(Path path) throws IOException {
    String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    assertThat(mode).as("%s", path).isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
  }

  private boolean posix() throws IOException {
    return Files.getFileStore(directory).supportsFileAttributeView("posix");
  }

  private Path root() {
    return directory.resolve("above").resolve("store");
  }

  private static JournalStore open(Path root) {
    return new DirectoryEngine().open(root.toString(), Durability.PROCESS);
  }
}
