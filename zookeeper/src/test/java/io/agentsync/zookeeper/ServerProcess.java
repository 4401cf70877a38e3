package io.agentsync.zookeeper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server in a process of its own, for settings that hold for a whole JVM. */
final class ServerProcess implements AutoCloseable {

  private final Process process;
  private final int port;

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one, and waits until it listens.
   *
   * @param portName the setting that names the port for clients
   */
  static ServerProcess start(
      Path directory, String portName, Map<String, String> settings, List<String> options)
      throws IOException {
    int port = freePort();
    List<String> lines = new ArrayList<>();
    lines.add("dataDir=" + directory.resolve("data"));
    lines.add("admin.enableServer=false");
    lines.add("tickTime=500");
    lines.add(portName + "=" + port);
    settings.forEach((name, value) -> lines.add(name + "=" + value));
    Path config = Files.write(directory.resolve("zoo.cfg"), lines);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.apache.zookeeper.server.ZooKeeperServerMain", config.toString()));
    Path log = directory.resolve("server.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    ServerProcess server = new ServerProcess(process, port);
    if (!Eventually.so(() -> server.listens() || !process.isAlive()) || !process.isAlive()) {
      server.close();
      throw new IllegalStateException("no server: " + Files.readString(log));
    }
    return server;
  }

  int port() {
    return port;
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
