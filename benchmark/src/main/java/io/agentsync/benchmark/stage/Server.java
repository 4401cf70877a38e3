package io.agentsync.benchmark.stage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that a peer needs, on a port of this machine that was free; ends when closed. */
public final class Server implements AutoCloseable {

  private static final int TRIES = 300;
  private static final int MILLIS_BETWEEN = 100;

  private final Process process;
  private final int port;

  /**
   * Starts it, and returns when it answers.
   *
   * @param log where it writes what it has to say
   * @throws IOException if it does not answer
   */
  Server(List<String> command, int port, Path log) throws IOException, InterruptedException {
    this.port = port;
    process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    for (int tries = 0; !answers(); tries++) {
      boolean ended = process.waitFor(MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
      if (ended || tries == TRIES) {
        close();
        throw new IOException(command.get(0) + " does not answer; see " + log);
      }
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** The port of this machine at which it answers. */
  public int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }
}
