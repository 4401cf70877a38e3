package io.agentsync.benchmark.crew;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a ZooKeeper server has counted since it began, of all its clients.
 *
 * @param requests packets that it was sent
 * @param events watch events that it has sent
 * @param bytes of those requests, of their answers and of the events
 */
public record ServerCounts(long requests, long events, long bytes) {

  public static final String REQUESTS = "requests";
  public static final String EVENTS = "events";
  public static final String BYTES = "bytes";

  private static final int PATIENCE_MILLIS = 10_000;

  /** The question, which is a packet too. */
  private static final String QUESTION = "mntr";

  private static final String[] ALL_EVENTS = {
    "zk_sum_node_created_watch_count",
    "zk_sum_node_deleted_watch_count",
    "zk_sum_node_changed_watch_count",
    "zk_sum_node_children_watch_count"
  };
  private static final String[] ALL_BYTES = {
    "zk_bytes_received_count", "zk_response_bytes", "zk_watch_bytes"
  };

  /** Asks the server at a port of this machine. */
  public static ServerCounts of(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(QUESTION.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      InputStream in = socket.getInputStream();
      return parse(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
    }
  }

  /** What came since an earlier look, without the question of this one. */
  public ServerCounts since(ServerCounts earlier) {
    return new ServerCounts(
        requests - earlier.requests - 1,
        events - earlier.events,
        bytes - earlier.bytes - QUESTION.length());
  }

  /** All of it, by what was counted. */
  public Map<String, Long> byName() {
    return Map.of(REQUESTS, requests, EVENTS, events, BYTES, bytes);
  }

  static ServerCounts parse(String answer) throws IOException {
    Map<String, Long> all = new TreeMap<>();
    for (String line : answer.lines().toList()) {
      String[] words = line.split("\\s+", 2);
      if (words.length == 2 && words[1].matches("[0-9]{1,18}")) {
        all.put(words[0], Long.parseLong(words[1]));
      }
    }
    return new ServerCounts(
        sum(all, "zk_packets_received"), sum(all, ALL_EVENTS), sum(all, ALL_BYTES));
  }

  private static long sum(Map<String, Long> all, String... names) throws IOException {
    long sum = 0;
    for (String name : names) {
      Long value = all.get(name);
      if (value == null) {
        throw new IOException("the server does not count " + name);
      }
      sum += value;
    }
    return sum;
  }
}
