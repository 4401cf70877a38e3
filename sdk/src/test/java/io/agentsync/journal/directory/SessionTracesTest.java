package io.agentsync.journal.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Life;
import io.agentsync.journal.JournalStore.Session;
import io.agentsync.journal.JournalStore.SessionTrace;
import io.agentsync.model.Durability;
import io.agentsync.model.Moment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files of a session prove that its process left behind, or that somebody made up. */
class SessionTracesTest {

  private static final Moment BEGAN = new Moment(Instant.EPOCH, Optional.empty(), 0);
  private static final String NOTE = "began=2025-01-01T00:00:00Z\npid=7\nhost=h\n";

  @TempDir Path directory;

  private JournalStore store;
  private Path sessions;

  @BeforeEach
  void createStore() {
    store = inBoot("boot-2");
    store.openSession(BEGAN).close();
    sessions = new Layout(directory).sessions();
  }

  /** Every state in which a kill may leave the files, from the first step to the last. */
  @Test
  void whereverAProcessIsKilled_itsSessionIsDeadOrWasNeverThere() throws IOException {
    String ended = NOTE + "ended=2025-01-01T00:01:00Z\n";
    List<Map<String, String>> states =
        List.of(
            Map.of(".lock.tmp", "", ".properties", NOTE),
            Map.of(".lock", "", ".properties", NOTE),
            Map.of(".lock", "", ".properties", NOTE, ".notes", "x"),
            Map.of(".lock", "", ".properties", ended, ".notes", "x"),
            Map.of(".properties", ended, ".notes", "x"),
            Map.of(".properties", ended),
            Map.of(".lock", ""));
    for (Map<String, String> files : states) {
      make("abc", files);
      assertThat(store.probe("abc")).as("%s", files).isEqualTo(Life.DEAD);
      assertThat(store.sessions()).extracting(SessionTrace::life).containsExactly(Life.DEAD);
      store.forgetSession("abc");
      assertThat(sessions).as("%s", files).isEmptyDirectory();
    }
    for (String nothingYet : List.of(".lock.tmp", ".properties.1.tmp", ".notes")) {
      make("abc", Map.of(nothingYet, ""));
      assertThat(store.sessions()).isEmpty();
      Files.delete(sessions.resolve("abc" + nothingYet));
    }
  }

  @Test
  void aMissingLockProvesNothing_untilTheMachineHasBeenStartedAnew() throws IOException {
    make("abc", Map.of(".properties", NOTE + "kernel=boot-2\n"));
    assertThat(store.probe("abc")).isEqualTo(Life.UNKNOWN);
    assertThat(inUnknownBoot().probe("abc")).isEqualTo(Life.UNKNOWN);
    store.forgetSession("abc");
    assertThat(store.sessions()).extracting(SessionTrace::life).containsExactly(Life.UNKNOWN);

    JournalStore later = inBoot("boot-3");
    assertThat(later.probe("abc")).isEqualTo(Life.DEAD);
    assertThat(later.sessions().get(0).ended()).isEmpty();
    later.forgetSession("abc");
    assertThat(sessions).isEmptyDirectory();
  }

  @Test
  void whoNotesSomethingPutsItsDeletedFilesBack() throws IOException {
    Session session = store.openSession(BEGAN);
    session.note(note("one"));
    for (String suffix : List.of(".lock", ".properties", ".notes")) {
      Files.delete(sessions.resolve(session.id() + suffix));
    }
    session.note(note("two"));

    assertThat(StateFiles.list(sessions)).hasSize(3);
    assertThat(store.notes(session.id())).containsExactly("two".getBytes(StandardCharsets.UTF_8));
    assertThat(store.sessions().get(0).began()).hasValue(BEGAN);
    session.close();
    assertThat(sessions).isEmptyDirectory();
  }

  @Test
  void aHeldLockProvesMoreThanAnyBootId() {
    Session session = inBoot("boot-1").openSession(BEGAN);
    assertThat(store.probe(session.id())).isEqualTo(Life.ALIVE);
    session.close();
  }

  @Test
  void theBootIdIsTheKernelsOwn_orNone() {
    String mounts = "proc /proc proc rw 0 0\nsysfs /sys sysfs rw 0 0\n";
    String masked = mounts + "tmpfs /proc/sys/kernel/random/boot_id tmpfs ro 0 0\n";

    assertThat(KernelBoot.read("1-2-3\n", mounts)).hasValue("1-2-3");
    assertThat(KernelBoot.read("1-2-3\n", masked)).isEmpty();
  }

  @Test
  void garbageIsNotBelieved_andHidesNobody() throws IOException {
    Session living = store.openSession(BEGAN);
    List<String> garbage =
        List.of(
            "",
            "\0\0\0",
            "began=yesterday",
            "began=2025-01-01T00:00:00Z\nmono=many",
            "ended=\\u12",
            "pid=me\nended=2025-01-01T00:00:00Z",
            "x".repeat(1 << 20));
    for (String text : garbage) {
      make("garbage", Map.of(".properties", text));
      assertThat(store.probe("garbage")).isEqualTo(Life.UNKNOWN);
      assertThat(lives()).containsEntry("garbage", Life.UNKNOWN).hasSize(2);

      make("garbage", Map.of(".lock", "", ".properties", text));
      assertThat(lives()).containsEntry("garbage", Life.DEAD).hasSize(2);
      store.forgetSession("garbage");
    }
    make("a b", Map.of(".lock", ""));
    make("..", Map.of(".properties", NOTE));
    assertThat(lives()).containsOnlyKeys(living.id());
    living.close();
  }

  @Test
  void whatIsNoFileIsNotOpened_andHidesNobody() throws Exception {
    Session living = store.openSession(BEGAN);
    Path victim =
        Files.writeString(directory.resolve("victim"), NOTE + "ended=2025-01-01T00:00:00Z\n");
    Files.createSymbolicLink(sessions.resolve("link.properties"), victim);
    Files.createDirectory(sessions.resolve("dir.properties"));
    fifo(sessions.resolve("fifo.properties"));
    fifo(sessions.resolve("fifo2.lock"));
    make("fifo3", Map.of(".lock", ""));
    fifo(sessions.resolve("fifo3.properties"));

    assertThat(lives())
        .containsEntry(living.id(), Life.ALIVE)
        .containsEntry("link", Life.UNKNOWN)
        .containsEntry("dir", Life.UNKNOWN)
        .containsEntry("fifo", Life.UNKNOWN)
        .containsEntry("fifo2", Life.UNKNOWN)
        .containsEntry("fifo3", Life.DEAD)
        .hasSize(6);
    living.close();
  }

  @Test
  void notesAreReadAsTheyAre_howeverDamaged() throws IOException {
    List<String> garbage = List.of("", "\n", "{\"n\":1", "\0".repeat(1000), "x".repeat(700));
    for (String text : garbage) {
      make("abc", Map.of(".notes", text));
      List<byte[]> notes = store.notes("abc");
      assertThat(notes).hasSize((text.length() + 255) / 256);
      assertThat(notes).allMatch(note -> note.length <= Session.LONGEST_NOTE);
    }
  }

  @Test
  void notesAreNotWrittenThroughALink() throws IOException {
    Path victim = Files.writeString(directory.resolve("victim"), "precious");
    Session session = store.openSession(BEGAN);
    Files.createSymbolicLink(sessions.resolve(session.id() + ".notes"), victim);

    DirectoryFaultsTest.assertRefused(
        sessions.resolve(session.id() + ".notes"), () -> session.note(note("mine")));
    DirectoryFaultsTest.assertRefused(
        sessions.resolve(session.id() + ".notes"), () -> store.notes(session.id()));
    assertThat(victim).hasContent("precious");
    session.close();
    assertThat(victim).hasContent("precious");
    assertThat(sessions).isEmptyDirectory();
  }

  private Map<String, Life> lives() {
    Map<String, Life> lives = new TreeMap<>();
    store.sessions().forEach(trace -> lives.put(trace.id(), trace.life()));
    return lives;
  }

  private static SortedMap<Integer, byte[]> note(String text) {
    return new TreeMap<>(Map.of(0, text.getBytes(StandardCharsets.UTF_8)));
  }

  private void make(String id, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(sessions.resolve(id + file.getKey()), file.getValue());
    }
  }

  private static void fifo(Path path) throws Exception {
    boolean posix = !System.getProperty("os.name").startsWith("Windows");
    assumeTrue(posix, "there are no FIFOs here");
    Process process = new ProcessBuilder("mkfifo", path.toString()).inheritIO().start();
    assumeTrue(process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0, "no mkfifo");
  }

  private JournalStore inBoot(String boot) {
    return new DirectoryStore(new Layout(directory), Durability.PROCESS, Optional.of(boot));
  }

  private JournalStore inUnknownBoot() {
    return new DirectoryStore(new Layout(directory), Durability.PROCESS, Optional.empty());
  }
}
