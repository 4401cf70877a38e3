package io.agentsync.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.curator.test.InstanceSpec;
import org.apache.curator.test.TestingCluster;

/** Three servers in this JVM, of which any can be killed and started anew. */
final class TestCluster implements AutoCloseable {

  private static final int SERVERS = 3;

  /** Long enough that a busy machine is not taken for servers that are gone. */
  private static final int TICK_MILLIS = 500;

  private final TestingCluster cluster;
  private final List<InstanceSpec> servers;
  private final List<InstanceSpec> killed = new ArrayList<>();

  TestCluster() throws Exception {
    // Tests do not have to outlive a power cut.
    System.setProperty("zookeeper.forceSync", "no");
    servers = IntStream.rangeClosed(1, SERVERS).mapToObj(TestCluster::server).toList();
    cluster = new TestingCluster(servers);
    cluster.start();
    assertThat(Eventually.so(() -> leader().isPresent())).as("they elect one").isTrue();
  }

  /** A location that no other test uses. */
  String freshLocation() {
    return location(servers.stream().map(InstanceSpec::getPort).toList(), UUID.randomUUID() + "");
  }

  /** The same store, reached by one of the servers only. */
  String at(int server, String location) {
    return location(List.of(servers.get(server).getPort()), namespace(location));
  }

  /** The same store, reached over wires. */
  static String over(List<FaultyWire> wires, String location) {
    return location(wires.stream().map(FaultyWire::port).toList(), namespace(location));
  }

  private static String namespace(String location) {
    return location.substring(location.lastIndexOf('/') + 1, location.indexOf('?'));
  }

  private static String location(List<Integer> ports, String namespace) {
    String hosts = String.join(",", ports.stream().map(port -> "127.0.0.1:" + port).toList());
    return "zookeeper://%s/test/%s?session-timeout=3s".formatted(hosts, namespace);
  }

  /** A wire to each server. */
  List<FaultyWire> wires() throws IOException {
    List<FaultyWire> wires = new ArrayList<>();
    for (InstanceSpec server : servers) {
      wires.add(new FaultyWire(server.getPort()));
    }
    return wires;
  }

  void killLeader() throws Exception {
    kill(leader().orElseThrow());
  }

  /** Kills so many that the others are no majority; the leader among them, or not. */
  void loseQuorum(Random random) throws Exception {
    List<InstanceSpec> victims = new ArrayList<>(servers);
    Collections.shuffle(victims, random);
    for (InstanceSpec victim : victims.subList(0, SERVERS / 2 + 1)) {
      kill(victim);
    }
  }

  /** Starts those anew that were killed, and waits until there is a leader. */
  void restore() throws Exception {
    for (InstanceSpec server : killed) {
      cluster.restartServer(server);
    }
    killed.clear();
    assertThat(Eventually.so(() -> leader().isPresent())).as("they elect one").isTrue();
  }

  @Override
  public void close() throws IOException {
    cluster.close();
  }

  private void kill(InstanceSpec server) throws Exception {
    killed.add(server);
    cluster.killServer(server);
  }

  private Optional<InstanceSpec> leader() {
    return servers.stream()
        .filter(server -> !killed.contains(server))
        .filter(server -> words(server).contains("Mode: leader"))
        .findFirst();
  }

  /** What a server says of itself; nothing if it does not answer. */
  private static String words(InstanceSpec server) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
      socket.setSoTimeout(1000);
      socket.getOutputStream().write("srvr".getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      return "";
    }
  }

  private static InstanceSpec server(int id) {
    return new InstanceSpec(null, -1, -1, -1, true, id, TICK_MILLIS, 1000);
  }
}
