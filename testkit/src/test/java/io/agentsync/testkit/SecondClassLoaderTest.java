package io.agentsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.journal.Engines;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.JournalStore.Life;
import io.agentsync.model.Durability;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
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
  void probingTheOtherCopysSessionDoesNotEndIt() throws Exception {
    try (URLClassLoader other =
            new URLClassLoader(classPath(), getClass().getClassLoader().getParent());
        ClientPool clients = new ClientPool(store.toString(), Durability.PROCESS, 1);
        JournalStore mine = Engines.open(store.toString(), Durability.PROCESS)) {
      String session = openSession(other);
      for (int i = 0; i < 3; i++) {
        assertThat(mine.probe(session)).isEqualTo(Life.ALIVE);
        mine.forgetSession(session);
        assertThat(clients.get(0).ask("probe " + session)).isEqualTo("ALIVE");
      }
    }
  }

  /** Does so in the copy of the SDK that the loader has, which is not ours. */
  private String openSession(ClassLoader other) throws Exception {
    Class<?> main = other.loadClass(OtherCopy.class.getName());
    assertThat(main).isNotSameAs(OtherCopy.class);
    return (String) main.getMethod("openSession", String.class).invoke(null, store.toString());
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
    public static String openSession(String store) {
      return Engines.open(store, Durability.PROCESS).openSession(new ManualTime().now()).id();
    }
  }
}
