package io.agentsync.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agentsync.journal.Engines;
import io.agentsync.journal.JournalStore;
import io.agentsync.journal.Space;
import io.agentsync.model.Check;
import io.agentsync.model.Check.Grade;
import io.agentsync.model.Durability;
import io.agentsync.model.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks TLS only, with a key made for the occasion. */
class TlsTest {

  private static final String PASSWORD = "keys-to-the-kingdom";

  @TempDir Path directory;

  private ServerProcess server() throws Exception {
    key("server.p12", "trust.p12", "san=ip:127.0.0.1,dns:localhost");
    key("other.p12", "others.p12", "san=dns:elsewhere");
    return ServerProcess.start(
        directory,
        "secureClientPort",
        Map.of(
            "serverCnxnFactory",
            "org.apache.zookeeper.server.NettyServerCnxnFactory",
            "ssl.keyStore.location",
            path("server.p12"),
            "ssl.keyStore.password",
            PASSWORD,
            "ssl.clientAuth",
            "none"),
        List.of());
  }

  /** Makes a key, and a store of whom to trust that holds its certificate. */
  private void key(String key, String trust, String names) throws Exception {
    String certificate = path(key + ".cer");
    keytool(key, "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + key, "-ext", names);
    keytool(key, "-exportcert", "-file", certificate);
    keytool(trust, "-importcert", "-noprompt", "-file", certificate);
  }

  private String path(String name) {
    return directory.resolve(name).toString();
  }

  private void keytool(String store, String... args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(args));
    command.addAll(List.of("-keystore", path(store), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private String location(ServerProcess server, String trust, String patience) throws IOException {
    Path config =
        Files.writeString(
            directory.resolve(trust + ".conf"),
            """
            zookeeper.client.secure=true
            zookeeper.ssl.trustStore.location=%s
            zookeeper.ssl.trustStore.password=%s
            """
                .formatted(path(trust), PASSWORD));
    return "zookeeper://127.0.0.1:%d/ns?connect-timeout=%s&config=%s"
        .formatted(server.port(), patience, config);
  }

  private static JournalStore open(String location) {
    return Engines.open(location, Durability.POWER);
  }

  @Test
  void whoTrustsTheServerGetsIn_andNobodyElse() throws Exception {
    try (ServerProcess server = server()) {
      try (ZooKeeperStore store = (ZooKeeperStore) open(location(server, "trust.p12", "20s"))) {
        store.create(Space.of("syncpoints").journal("p"));
        assertThat(store.list(Space.of("syncpoints"))).hasSize(1);
        List<Check> found = store.checkUp();
        assertThat(found).extracting(Check::grade).doesNotContain(Grade.PROBLEM);
        assertThat(found.get(0).found()).contains("is ZooKeeper 3");
      }
      try (ZooKeeperStore store = (ZooKeeperStore) open(location(server, "others.p12", "2s"))) {
        StoreException failure = catchThrowableOfType(StoreException.class, store::exists);
        assertThat(failure.reason()).contains("127.0.0.1:" + server.port());
        List<Check> found = store.checkUp();
        assertThat(found.get(0).found()).contains("TLS fails");
        assertThat(found.toString() + failure).doesNotContain(PASSWORD);
      }
      try (ZooKeeperStore store = (ZooKeeperStore) open(location(server, "missing.p12", "2s"))) {
        List<Check> found = store.checkUp();
        assertThat(found.get(0).name()).isEqualTo("tls");
        assertThat(found.toString()).contains("missing.p12").doesNotContain(PASSWORD);
      }
    }
  }

  @Test
  void whoSpeaksPlainlyIsToldThatItIsNoZooKeeperThatWay() throws Exception {
    try (ServerProcess server = server();
        ZooKeeperStore store =
            (ZooKeeperStore)
                open("zookeeper://127.0.0.1:%d/ns?connect-timeout=1s".formatted(server.port()))) {
      assertThat(store.checkUp().get(0).remedy())
          .hasValueSatisfying(remedy -> assertThat(remedy).contains("TLS"));
    }
  }
}
