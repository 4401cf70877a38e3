package io.agentsync.zookeeper;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** Asks single servers how they are, each within a limit of time; apart from the client. */
final class ServerProbe {

  private static final int LONGEST_ANSWER = 64 * 1024;

  private final Sockets sockets;
  private final Duration limit;

  /** How a connection that has been made is used: plainly, or with TLS. */
  @FunctionalInterface
  interface Sockets {
    Socket over(Socket connected, String host, int port) throws IOException;
  }

  ServerProbe(Sockets sockets, Duration limit) {
    this.sockets = sockets;
    this.limit = limit;
  }

  ServerAnswer ask(String host) {
    int colon = host.lastIndexOf(':');
    String name = host.substring(0, colon).replaceAll("[\\[\\]]", "");
    int port = Integer.parseInt(host.substring(colon + 1));
    try (Socket plain = new Socket()) {
      plain.setSoTimeout(Math.toIntExact(limit.toMillis()));
      plain.connect(new InetSocketAddress(name, port), Math.toIntExact(limit.toMillis()));
      return answer(host, name, port, plain);
    } catch (IOException | IllegalArgumentException e) {
      return ServerAnswer.away(host, reason(e));
    }
  }

  private ServerAnswer answer(String host, String name, int port, Socket plain) throws IOException {
    try {
      return ServerAnswer.of(host, talk(sockets.over(plain, name, port)));
    } catch (SocketTimeoutException e) {
      return ServerAnswer.stranger(
          host, "it said nothing within %d ms".formatted(limit.toMillis()));
    }
  }

  private static String talk(Socket socket) throws IOException {
    socket.getOutputStream().write(ServerAnswer.QUESTION.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    InputStream answer = socket.getInputStream();
    return new String(answer.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
  }

  private String reason(Exception e) {
    if (e instanceof UnknownHostException) {
      return "no address is known by that name here";
    }
    if (e instanceof SocketTimeoutException) {
      return "no answer within %d ms".formatted(limit.toMillis());
    }
    if (e instanceof SSLException) {
      return "TLS fails: " + e.getMessage();
    }
    return e instanceof NoRouteToHostException
        ? "there is no way to it from here"
        : String.valueOf(e.getMessage());
  }
}
