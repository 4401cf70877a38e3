package io.agentsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agentsync.journal.Engines;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Life;
import io.agentsync.model.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others can say of a living session when files are deleted, or containers are between. */
class DirectorySessionsTest {

  private static final List<String> CONTAINER =
      List.of("unshare", "--pid", "--fork", "--mount-proc", "--kill-child");

  @TempDir Path directory;

  @Test
  void aDeletedLockFileNeverMakesALivingSessionDead_andComesBack() throws Exception {
    try (ClientPool clients = pool();
        JournalStore store = open()) {
      String session = clients.get(0).ask("session");
      clients.get(0).ask("note something");
      for (String suffix : List.of(".lock", ".properties", ".notes")) {
        Files.delete(sessions().resolve(session + suffix));
        assertThat(neverDeadAndComesBack(store, session)).as(suffix).isTrue();
      }
      assertThat(Eventually.so(() -> !store.notes(session).isEmpty())).isTrue();
      assertThat(store.notes(session)).extracting(Records::text).containsExactly("something");
      assertDiesWithItsProcess(clients.get(0), store, session);
    }
  }

  @Test
  void aLockFileInPlaceOfTheDeletedOneIsNotBelievedForLong() throws Exception {
    try (ClientPool clients = pool();
        JournalStore store = open()) {
      String session = clients.get(0).ask("session");
      Path lock = sessions().resolve(session + ".lock");
      Files.move(lock, directory.resolve("elsewhere"));
      Files.createFile(lock);

      assertThat(Eventually.so(() -> store.probe(session) == Life.ALIVE)).isTrue();
      assertDiesWithItsProcess(clients.get(0), store, session);
    }
  }

  @Test
  void aDeletedDirectoryOfSessionsComesBackWithTheLivingOnes() throws Exception {
    try (ClientPool clients = pool();
        JournalStore store = open()) {
      String session = clients.get(0).ask("session");
      delete(sessions());

      assertThat(neverDeadAndComesBack(store, session)).isTrue();
      assertThat(store.sessions()).hasSize(1);
      assertDiesWithItsProcess(clients.get(0), store, session);
    }
  }

  @Test
  void aDeletedStoreIsNotMadeAgainByWhoOnlyLives() throws Exception {
    try (ClientPool clients = pool();
        JournalStore store = open()) {
      String session = clients.get(0).ask("session");
      delete(directory.resolve("store"));
      String other = clients.get(0).ask("session");
      assertThat(clients.get(0).ask("end")).isEqualTo("ended");

      assertThat(neverDeadAndComesBack(store, session)).isTrue();
      assertThat(store.probe(other)).isEqualTo(Life.DEAD);
      delete(directory.resolve("store"));
      assertThat(store.sessions()).isEmpty();
      assertThat(store.probe(session)).isEqualTo(Life.UNKNOWN);
      assertThat(directory.resolve("store")).doesNotExist();
    }
  }

  @Test
  void containersOnOneKernelSeeEachOtherLiveAndDie() throws Exception {
    assumeTrue(containersCanBeMade(), "this user cannot make pid namespaces");
    String store = directory.resolve("store").toString();
    List<String> arguments = List.of(store, Durability.PROCESS.name());
    try (ClientProcess one = ClientProcess.start(CONTAINER, ClientMain.class, arguments);
        ClientProcess two = ClientProcess.start(CONTAINER, ClientMain.class, arguments);
        JournalStore outside = open()) {
      one.answer();
      two.answer();
      String ofOne = one.ask("session");
      String ofTwo = two.ask("session");
      assertThat(one.ask("probe " + ofTwo)).isEqualTo("ALIVE");
      assertThat(two.ask("probe " + ofOne)).isEqualTo("ALIVE");
      assertThat(outside.probe(ofOne)).isEqualTo(Life.ALIVE);
      assertThat(outside.sessions())
          .allSatisfy(trace -> assertThat(trace.holder().orElseThrow().pid()).isEqualTo(1));

      one.kill();
      assertThat(Eventually.so(() -> outside.probe(ofOne) == Life.DEAD)).isTrue();
      assertThat(two.ask("probe " + ofOne)).isEqualTo("DEAD");
      assertThat(two.ask("probe " + ofTwo)).isEqualTo("ALIVE");
    }
  }

  @Test
  void aStoppedProcessIsAlive() throws Exception {
    try (ClientPool clients = pool();
        JournalStore store = open()) {
      String session = clients.get(0).ask("session");
      assumeTrue(clients.get(0).stop(), "processes cannot be stopped here");

      assertThat(store.probe(session)).isEqualTo(Life.ALIVE);
      store.forgetSession(session);
      assertThat(store.sessions()).hasSize(1);
      assertDiesWithItsProcess(clients.get(0), store, session);
    }
  }

  private static boolean neverDeadAndComesBack(JournalStore store, String session) {
    return Eventually.so(
        () -> {
          Life life = store.probe(session);
          assertThat(life).isNotEqualTo(Life.DEAD);
          return life == Life.ALIVE
              && store.sessions().stream()
                  .anyMatch(trace -> trace.id().equals(session) && trace.began().isPresent());
        });
  }

  private static void assertDiesWithItsProcess(
      ClientProcess client, JournalStore store, String session) throws InterruptedException {
    client.kill();
    assertThat(Eventually.so(() -> store.probe(session) == Life.DEAD)).isTrue();
    store.forgetSession(session);
    assertThat(store.sessions()).isEmpty();
  }

  private static boolean containersCanBeMade() throws InterruptedException {
    try {
      Process tried =
          new ProcessBuilder(Stream.concat(CONTAINER.stream(), Stream.of("true")).toList()).start();
      return tried.waitFor(10, TimeUnit.SECONDS) && tried.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private Path sessions() {
    return directory.resolve("store").resolve("sessions");
  }

  private ClientPool pool() throws Exception {
    return new ClientPool(directory.resolve("store").toString(), Durability.PROCESS, 1);
  }

  private JournalStore open() {
    return Engines.open(directory.resolve("store").toString(), Durability.PROCESS);
  }
}
