package io.agentsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.journal.Engines;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Life;
import io.agentsync.journal.JournalStore.Session;
import io.agentsync.journal.JournalStore.SessionTrace;
import io.agentsync.model.Durability;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two copies of the SDK in one process, as under an application server, leave one another alive.
 */
class SecondClassLoaderTest {

  @TempDir Path store;

  @Test
  void neitherCopyEndsTheSessionOfTheOther_whateverItDoes() throws Exception {
    try (URLClassLoader other =
            new URLClassLoader(classPath(), getClass().getClassLoader().getParent());
        ClientPool clients = new ClientPool(store.toString(), Durability.PROCESS, 1);
        JournalStore mine = Engines.open(store.toString(), Durability.PROCESS)) {
      Session here = mine.openSession(new ManualTime().now());
      String there = ask(other, "openSession", "");
      for (int i = 0; i < 3; i++) {
        assertThat(mine.probe(there)).isEqualTo(Life.ALIVE);
        assertThat(ask(other, "probe", here.id())).isEqualTo("ALIVE");
        mine.forgetSession(there);
        ask(other, "cleanUp", here.id());
        mine.prune(Duration.ZERO);
        assertThat(mine.sessions()).extracting(SessionTrace::life).containsOnly(Life.ALIVE);
        mine.openSession(new ManualTime().now()).close();
        ask(other, "endOne", "");
        assertThat(clients.get(0).ask("probe " + there)).isEqualTo("ALIVE");
        assertThat(clients.get(0).ask("probe " + here.id())).isEqualTo("ALIVE");
      }
      here.end(new ManualTime().now());
      assertThat(ask(other, "probe", here.id())).isEqualTo("DEAD");
      assertThat(clients.get(0).ask("probe " + there)).isEqualTo("ALIVE");
    }
  }

  @Test
  void aCopyThatHasNotHeardOfTheSessionLeavesItAliveToo() throws Exception {
    try (URLClassLoader other =
            new URLClassLoader(classPath(), getClass().getClassLoader().getParent());
        ClientPool clients = new ClientPool(store.toString(), Durability.PROCESS, 1);
        JournalStore mine = Engines.open(store.toString(), Durability.PROCESS)) {
      String there = ask(other, "openSession", "");
      System.clearProperty("agentsync.session." + there);
      for (int i = 0; i < 3; i++) {
        assertThat(mine.probe(there)).isEqualTo(Life.ALIVE);
        assertThat(clients.get(0).ask("probe " + there)).isEqualTo("ALIVE");
      }
    }
  }

  /** Asks the copy of the SDK that the loader has, which is not ours. */
  private String ask(ClassLoader other, String what, String session) throws Exception {
    Class<?> main = other.loadClass(OtherCopy.class.getName());
    assertThat(main).isNotSameAs(OtherCopy.class);
    return (String)
        main.getMethod(what, String.class, String.class).invoke(null, store.toString(), session);
  }

  private static URL[] classPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  /** What runs in the other copy. */
  public static final class OtherCopy {
    private OtherCopy() {}

    /** Opens a session that lives as long as this process. */
    public static String openSession(String store, String none) {
      return open(store).openSession(new ManualTime().now()).id();
    }

    /** Probes a session. */
    public static String probe(String store, String session) {
      return open(store).probe(session).name();
    }

    /** Does to a session what a cleanup does. */
    public static String cleanUp(String store, String session) {
      open(store).sessions();
      open(store).forgetSession(session);
      return String.valueOf(open(store).prune(Duration.ZERO));
    }

    /** Ends a session of its own. */
    public static String endOne(String store, String none) {
      Session session = open(store).openSession(new ManualTime().now());
      session.end(new ManualTime().now());
      open(store).forgetSession(session.id());
      return session.id();
    }

    private static JournalStore open(String store) {
      return Engines.open(store, Durability.PROCESS);
    }
  }
}
