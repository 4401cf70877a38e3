package io.agentsync.zookeeper;

import io.agentsync.model.StoreException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryOneTime;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.client.ZKClientConfig;
import org.apache.zookeeper.data.ACL;

/**
 * How the client connects: ZooKeeper's own settings, for TLS and SASL, from system properties and a
 * file, and a name and password for digest authentication, from that file only. It is never shown.
 */
final class ClientSettings {

  /** The environment variable that names the file. */
  static final String VARIABLE = "AGENT_SYNC_ZOOKEEPER_CONFIG";

  /** The name and password in that file, as {@code NAME:PASSWORD}. */
  static final String DIGEST = "agentsync.digest";

  /** How long an answer may be: {@link RecordNodes#MOST_AT_ONCE} of the longest nodes, and more. */
  private static final int LONGEST_ANSWER = 48 * 1024 * 1024;

  private final ZKClientConfig config;
  private final Optional<byte[]> digest;
  private final Optional<Path> file;

  private ClientSettings(ZKClientConfig config, Optional<byte[]> digest, Optional<Path> file) {
    this.config = config;
    this.digest = digest;
    this.file = file;
  }

  static ClientSettings load(Location location, Map<String, String> environment) {
    Optional<Path> file =
        location
            .config()
            .or(
                () ->
                    Optional.ofNullable(environment.get(VARIABLE))
                        .filter(name -> !name.isBlank())
                        .map(Path::of));
    Properties properties = file.map(ClientSettings::read).orElseGet(Properties::new);
    Optional<byte[]> digest =
        Optional.ofNullable(properties.getProperty(DIGEST))
            .map(text -> text.strip().getBytes(StandardCharsets.UTF_8));
    ZKClientConfig config = new ZKClientConfig();
    config.setProperty(ZKClientConfig.JUTE_MAXBUFFER, Integer.toString(LONGEST_ANSWER));
    for (String name : properties.stringPropertyNames()) {
      if (!name.equals(DIGEST)) {
        config.setProperty(name, properties.getProperty(name).strip());
      }
    }
    if (config.getBoolean(ZKClientConfig.SECURE_CLIENT)
        && config.getProperty(ZKClientConfig.ZOOKEEPER_CLIENT_CNXN_SOCKET) == null) {
      // The only one that does TLS.
      config.setProperty(
          ZKClientConfig.ZOOKEEPER_CLIENT_CNXN_SOCKET,
          "org.apache.zookeeper.ClientCnxnSocketNetty");
    }
    return new ClientSettings(config, digest, file);
  }

  ZKClientConfig config() {
    return config;
  }

  /** Name and password, if it authenticates itself by them. */
  Optional<byte[]> digest() {
    return digest;
  }

  /** In words, where the credentials of this client come from, or how to name them. */
  String source() {
    return file.map(Path::toString).orElse("the file that " + VARIABLE + " or config= names");
  }

  boolean secure() {
    return config.getBoolean(ZKClientConfig.SECURE_CLIENT);
  }

  /** Who may use what this process creates: whoever authenticates itself alike, or everybody. */
  List<ACL> acl() {
    return digest.isPresent() ? ZooDefs.Ids.CREATOR_ALL_ACL : ZooDefs.Ids.OPEN_ACL_UNSAFE;
  }

  /** A client that has yet to be started. */
  CuratorFramework client(Location location) {
    CuratorFrameworkFactory.Builder builder =
        CuratorFrameworkFactory.builder()
            .connectString(location.connectString())
            // What servers call each other need not be what they are called from here.
            .ensembleTracker(false)
            .sessionTimeoutMs(Math.toIntExact(location.sessionTimeout().toMillis()))
            .connectionTimeoutMs(Math.toIntExact(location.connectTimeout().toMillis()))
            .retryPolicy(new RetryOneTime(1))
            .zkClientConfig(config)
            .dontUseContainerParents();
    digest.ifPresent(secret -> builder.authorization("digest", secret));
    return builder.build();
  }

  private static Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return properties;
    } catch (NoSuchFileException e) {
      throw new StoreException(
          file.toString(),
          "does not exist, but is named as the file with ZooKeeper's client settings; see "
              + VARIABLE,
          e);
    } catch (IOException | IllegalArgumentException e) {
      throw new StoreException(
          file.toString(), "cannot be read as ZooKeeper's client settings: " + e.getMessage(), e);
    }
  }
}
