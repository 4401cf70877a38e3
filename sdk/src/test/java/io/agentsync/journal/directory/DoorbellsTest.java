package io.agentsync.journal.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.journal.Doorbell;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Session;
import io.agentsync.journal.Space;
import io.agentsync.model.Durability;
import io.agentsync.model.Moment;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorbellsTest {

  private static final JournalName POINT = Space.of("syncpoints").journal("point");
  private static final Moment BEGAN = new Moment(Instant.EPOCH, Optional.empty(), 0);

  @TempDir Path directory;

  @Test
  void aSocketIsRemovedWithItsBell() {
    try (JournalStore store = open(directory);
        Session session = store.openSession(BEGAN)) {
      Path socket = SocketDoorbell.socket(new Layout(directory).bells(), session.id());
      Doorbell bell = store.doorbell(session);
      assertThat(socket).exists();

      bell.close();
      assertThat(socket).doesNotExist();
    }
  }

  @Test
  void whereThePathIsTooLongForASocket_theFilesAreWatched() {
    Path deep = directory.resolve("d".repeat(60)).resolve("e".repeat(60));
    try (JournalStore store = open(deep);
        Session session = store.openSession(BEGAN);
        Doorbell bell = store.doorbell(session);
        Journal journal = store.create(POINT)) {
      assertThat(new Layout(deep).bells()).isEmptyDirectory();
      bell.listenTo(POINT.space());
      bell.ring(Set.of(session.id()), POINT);

      assertThat(hears(bell, journal)).isTrue();
    }
  }

  @Test
  void whoHasNoDescriptorsLeftIsNotKeptBusy_andHearsWhenThereAreSome() throws Exception {
    Process starved = starved(directory);
    Peers peers = new Peers(directory);
    try (BufferedReader out = starved.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).startsWith("starved ");
      peers.ring(Set.of("starved"), POINT);
      starved.getOutputStream().write('\n');
      starved.getOutputStream().flush();

      String returned = out.readLine();
      assertThat(returned).startsWith("returned ");
      assertThat(Integer.parseInt(returned.substring(9))).isLessThan(20);
      assertThat(out.readLine()).isEqualTo("heard true");
    } finally {
      peers.close();
      starved.destroyForcibly();
    }
  }

  /** Starts one that may not open many files. */
  private static Process starved(Path bells) throws IOException {
    Assumptions.assumeFalse(System.getProperty("os.name").startsWith("Windows"), "no limits here");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        List.of(
            "sh",
            "-c",
            "ulimit -n 200 && exec \"$@\"",
            "sh",
            java,
            "-XX:-MaxFDLimit",
            "-cp",
            System.getProperty("java.class.path"),
            StarvedBell.class.getName(),
            bells.toString());
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  @Test
  void whereTheFileSystemHasLostCount_everythingMayHaveChanged() {
    Layout layout = new Layout(directory);
    try (JournalStore store = open(directory);
        WatchDoorbell bell = new WatchDoorbell(layout)) {
      JournalName another = POINT.space().journal("another");
      store.create(POINT).close();
      store.create(another).close();
      bell.take(Optional.of(POINT.space()), List.of(new Overflow()));
      assertThat(bell.await(Duration.ofSeconds(5))).containsExactlyInAnyOrder(POINT, another);

      bell.take(Optional.empty(), List.of(new Overflow()));
      assertThat(bell.await(Duration.ofMillis(1))).isEmpty();
    }
  }

  private record Overflow() implements WatchEvent<Object> {
    @Override
    public Kind<Object> kind() {
      return StandardWatchEventKinds.OVERFLOW;
    }

    @Override
    public int count() {
      return 1;
    }

    @Override
    public Object context() {
      return null;
    }
  }

  @Test
  void ringsAreUnderstoodHoweverTheirBytesCome() {
    byte[] bytes =
        "syncpoints a\nsyncpoints b/c night/2\n\nnonsense\n1 2 3 4\n"
            .getBytes(StandardCharsets.UTF_8);
    for (int cut = 0; cut <= bytes.length; cut++) {
      RingText text = new RingText();
      Set<JournalName> heard = new HashSet<>();
      text.take(ByteBuffer.wrap(bytes, 0, cut), heard);
      text.take(ByteBuffer.wrap(bytes, cut, bytes.length - cut), heard);

      assertThat(heard)
          .containsExactlyInAnyOrder(
              Space.of("syncpoints").journal("a"),
              new Space("syncpoints", Optional.of("night/2")).journal("b/c"));
    }
  }

  @Test
  void aRingWithoutEndIsNotKept() {
    RingText text = new RingText();
    Set<JournalName> heard = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      text.take(ByteBuffer.wrap(new byte[4096]), heard);
    }
    text.take(StandardCharsets.UTF_8.encode("\nsyncpoints point\n"), heard);

    assertThat(heard).containsExactly(POINT);
  }

  private static boolean hears(Doorbell bell, Journal journal) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    boolean heard = false;
    while (!heard && System.nanoTime() - deadline < 0) {
      journal.append(List.of("news".getBytes(StandardCharsets.UTF_8)));
      heard = bell.await(Duration.ofMillis(200)).contains(POINT);
    }
    return heard;
  }

  private static JournalStore open(Path root) {
    return new DirectoryEngine().open(root.toString(), Durability.PROCESS);
  }
}
