package io.agentsync.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agentsync.journal.Engines;
import io.agentsync.journal.Journal;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.Space;
import io.agentsync.model.Check;
import io.agentsync.model.Durability;
import io.agentsync.model.StoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import org.apache.curator.framework.CuratorFramework;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.data.ACL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in, who is not, and that nobody is told the secret. */
class CredentialsTest {

  private static final String SECRET = "open-sesame";
  private static final String OTHER = "guessed-wrong";

  /** In its FIPS mode, the default, the client refuses to use names and passwords by SASL. */
  private static final String NO_FIPS = "zookeeper.fips-mode=false";

  @TempDir Path directory;

  private String with(String location, String file, String... lines) throws IOException {
    Path config = Files.write(directory.resolve(file), List.of(lines));
    return location + (location.contains("?") ? "&" : "?") + "config=" + config;
  }

  private static JournalStore open(String location) {
    return Engines.open(location, Durability.POWER);
  }

  private static String everythingSaidOf(Throwable failure) {
    StringWriter all = new StringWriter();
    failure.printStackTrace(new PrintWriter(all));
    return all.toString();
  }

  @Test
  void whatIsMadeWithADigestIsForThoseWhoHaveIt() throws Exception {
    String location = TestEnsemble.freshLocation();
    String ours = with(location, "ours.conf", "agentsync.digest=team:" + SECRET);
    try (JournalStore store = open(ours)) {
      Journal made = store.create(Space.of("syncpoints").journal("p"));
      made.append(List.of("{}".getBytes(StandardCharsets.UTF_8)));
      assertThat(store.location()).doesNotContain(SECRET, "ours.conf");
    }
    try (JournalStore again = open(ours)) {
      assertThat(again.list(Space.of("syncpoints"))).hasSize(1);
    }
    Location place = Location.parse(ours);
    try (CuratorFramework client = ClientSettings.load(place, Map.of()).client(place)) {
      client.start();
      for (String path : List.of("/settings", "/sessions", "/journals/syncpoints/p")) {
        List<ACL> acl = client.getACL().forPath(place.root() + path);
        assertThat(acl).as(path).isNotEqualTo(ZooDefs.Ids.OPEN_ACL_UNSAFE).hasSize(1);
        assertThat(acl.get(0).getId().getScheme()).isEqualTo("digest");
      }
    }

    StoreException wrong = refusal(with(location, "others.conf", "agentsync.digest=team:" + OTHER));
    assertThat(wrong.reason()).contains("the ensemble refused our credentials", "others.conf");
    assertThat(everythingSaidOf(wrong)).doesNotContain(OTHER, SECRET);
    StoreException none = refusal(location);
    assertThat(none.reason()).contains("only with the name and password", ClientSettings.VARIABLE);
  }

  @Test
  void whatIsAboveTheNamespaceIsForEverybody() throws Exception {
    String above = TestEnsemble.freshLocation();
    String ours = above.replace("?", "/ours?");
    try (JournalStore store = open(with(ours, "ours", "agentsync.digest=team:" + SECRET))) {
      store.create(Space.of("syncpoints").journal("p"));
    }
    try (JournalStore store = open(above.replace("?", "/theirs?"))) {
      store.create(Space.of("syncpoints").journal("p"));
      assertThat(store.list(Space.of("syncpoints"))).hasSize(1);
    }
  }

  private static StoreException refusal(String location) {
    try (JournalStore store = open(location)) {
      return catchThrowableOfType(StoreException.class, store::exists);
    }
  }

  @Test
  void theDoctorTellsARefusalAsOne_andNoSecret() throws Exception {
    String location = TestEnsemble.freshLocation();
    try (JournalStore store = open(with(location, "a", "agentsync.digest=team:" + SECRET))) {
      store.create(Space.of("syncpoints").journal("p"));
    }
    try (ZooKeeperStore store =
        (ZooKeeperStore) open(with(location, "b", "agentsync.digest=team:" + OTHER))) {
      List<Check> found = store.checkUp();
      assertThat(found.get(found.size() - 1).found())
          .contains("the ensemble refused our credentials here");
      assertThat(found.toString()).doesNotContain(SECRET, OTHER);
    }
  }

  @Test
  void whomTheEnsembleDoesNotLetInIsToldSo_notThatNobodyAnswers() throws Exception {
    Path jaas =
        Files.writeString(
            directory.resolve("jaas.conf"),
            """
            Server { org.apache.zookeeper.server.auth.DigestLoginModule required user_bob="%s"; };
            """
                .formatted(SECRET));
    Configuration.setConfiguration(new Logins(Map.of("Right", SECRET, "Wrong", OTHER)));
    try (ServerProcess server =
        ServerProcess.start(
            directory,
            "clientPort",
            Map.of(
                "authProvider.1",
                "org.apache.zookeeper.server.auth.SASLAuthenticationProvider",
                "enforce.auth.enabled",
                "true",
                "enforce.auth.schemes",
                "sasl"),
            List.of("-Djava.security.auth.login.config=" + jaas))) {
      String location = "zookeeper://127.0.0.1:%d/ns?connect-timeout=20s".formatted(server.port());
      try (JournalStore store =
          open(with(location, "right", "zookeeper.sasl.clientconfig=Right", NO_FIPS))) {
        assertThat(store.exists()).isFalse();
      }
      StoreException wrong =
          refusal(with(location, "wrong", "zookeeper.sasl.clientconfig=Wrong", NO_FIPS));
      assertThat(wrong.getMessage())
          .contains("the ensemble refused our credentials", "127.0.0.1:" + server.port())
          .doesNotContain("no server");
      assertThat(everythingSaidOf(wrong)).doesNotContain(SECRET, OTHER);
      StoreException none = refusal(with(location, "none", "zookeeper.sasl.client=false"));
      assertThat(none.reason()).contains("the ensemble refused our credentials");
    } finally {
      // The next that asks reads the files of this JVM anew.
      Configuration.setConfiguration(null);
    }
  }

  /** The credentials of several clients in one JVM. */
  private static final class Logins extends Configuration {
    private final Map<String, String> passwords;

    private Logins(Map<String, String> passwords) {
      this.passwords = passwords;
    }

    @Override
    public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
      return Optional.ofNullable(passwords.get(name))
          .map(
              password ->
                  new AppConfigurationEntry[] {
                    new AppConfigurationEntry(
                        "org.apache.zookeeper.server.auth.DigestLoginModule",
                        LoginModuleControlFlag.REQUIRED,
                        Map.of("username", "bob", "password", password))
                  })
          .orElse(null);
    }
  }
}
