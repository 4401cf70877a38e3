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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
