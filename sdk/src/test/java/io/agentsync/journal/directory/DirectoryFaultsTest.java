package io.agentsync.journal.directory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.Space;
import io.agentsync.model.Durability;
import io.agentsync.model.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the way, or cannot be read, is an error that names it; never "there is none". */
class DirectoryFaultsTest {

  private static final JournalName POINT = Space.of("syncpoints").journal("point");

  @TempDir Path root;

  private JournalStore store;
  private Path file;

  @BeforeEach
  void createStore() {
    store = open(root);
    store.create(Space.of("syncpoints").journal("other")).close();
    file = new Layout(root).journal(POINT);
  }

  @Test
  void aFifoInPlaceOfAJournalIsRefused_andNobodyHangs() throws Exception {
    fifo(file);
    assertRefused(file, () -> store.open(POINT));
    assertRefused(file, () -> store.create(POINT));
  }

  @Test
  void aFifoInPlaceOfAnythingElseIsRefused_andNobodyHangs() throws Exception {
    Layout layout = new Layout(root);
    Files.createDirectories(layout.tombstones(Space.of("syncpoints")));
    Files.createDirectories(layout.sessions());
    Files.createDirectories(root.resolve("locks"));
    fifo(layout.tombstone(POINT));
    assertRefused(layout.tombstone(POINT), () -> store.tombstone(POINT));
    fifo(layout.lock("removal"));
    assertRefused(layout.lock("removal"), () -> store.exclusive("removal", Duration.ZERO));
    Path session = layout.sessions().resolve("abc.lock");
    fifo(session);
    assertRefused(session, () -> store.probe("abc"));
    Files.delete(layout.settings());
    fifo(layout.settings());
    assertRefused(layout.settings(), () -> open(root));
  }

  @Test
  void aSymbolicLinkInPlaceOfAJournalIsRefused() throws IOException {
    Path victim = Files.writeString(root.resolve("victim"), "precious\n");
    Files.createSymbolicLink(file, victim);
    assertRefused(file, () -> store.open(POINT));
    assertRefused(file, () -> store.create(POINT));
  }

  @Test
  void aLinkToNowhereInPlaceOfAJournalIsRefused() throws IOException {
    Files.createSymbolicLink(file, root.resolve("nowhere"));
    assertRefused(file, () -> store.open(POINT));
  }

  @Test
  void aDirectoryInPlaceOfAJournalIsRefused() throws IOException {
    Files.createDirectory(file);
    assertRefused(file, () -> store.open(POINT));
    assertRefused(file, () -> store.create(POINT));
  }

  @Test
  void aFileInPlaceOfASpaceIsRefused() throws IOException {
    Path space = Files.createFile(root.resolve("agents"));
    assertRefused(space, () -> store.list(Space.of("agents")));
    assertRefused(space, () -> store.create(Space.of("agents").journal("a")));
  }

  @Test
  void aFileInPlaceOfTheStoreIsRefused() throws IOException {
    Path file = Files.createFile(root.resolve("file"));
    assertRefused(file, () -> open(file));
    assertRefused(file, () -> open(file.resolve("below")).create(POINT));
  }

  @Test
  void anUnreadableJournalIsNotAnEmptyOne() throws IOException {
    store.create(POINT).close();
    assumeForbidden(file, "---------");
    assertRefused(file, () -> store.open(POINT));
  }

  @Test
  void anUnreadableSpaceIsNotAnEmptyOne() throws IOException {
    Path space = root.resolve("syncpoints");
    assumeForbidden(space, "---------");
    try {
      assertRefused(space, () -> store.list(Space.of("syncpoints")));
      assertRefused(space, () -> store.open(POINT));
    } finally {
      Files.setPosixFilePermissions(space, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aReadOnlySpaceIsSaidToBe() throws IOException {
    Path space = root.resolve("syncpoints");
    assumeForbidden(space, "r-x------");
    try {
      assertRefused(space, () -> store.create(POINT));
    } finally {
      Files.setPosixFilePermissions(space, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void whereNothingCanBeCreatedItIsSaid() {
    Path sys = Path.of("/sys/agent-sync-test");
    assumeTrue(Files.isDirectory(sys.getParent()), "there is no /sys here");
    assertRefused(sys, () -> open(sys).create(POINT));
  }

  static void assertRefused(Path place, ThrowingCallable call) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThatThrownBy(call)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(place.toString()));
  }

  /** Takes rights away, if there is anybody in this process whom that stops: not root. */
  private static void assumeForbidden(Path path, String mode) throws IOException {
    assumeTrue(
        Files.getFileStore(path).supportsFileAttributeView("posix"), "there are no modes here");
    assumeTrue(!System.getProperty("user.name").equals("root"), "root may do everything");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  private static void fifo(Path path) throws Exception {
    boolean posix = !System.getProperty("os.name").startsWith("Windows");
    assumeTrue(posix, "there are no FIFOs here");
    Process process = new ProcessBuilder("mkfifo", path.toString()).inheritIO().start();
    assumeTrue(process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0, "no mkfifo");
  }

  private static JournalStore open(Path root) {
    return new DirectoryEngine().open(root.toString(), Durability.PROCESS);
  }
}
