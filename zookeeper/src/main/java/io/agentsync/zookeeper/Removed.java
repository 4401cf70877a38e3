package io.agentsync.zookeeper;

import io.agentsync.zookeeper.Request.Node;
import java.nio.charset.StandardCharsets;

/**
 * A removal, as its node says it.
 *
 * @param token which journal was removed
 * @param bytes how long its records were together, as far as its remover had read them
 * @param at when, by the clock of the ensemble, in milliseconds
 */
record Removed(String token, long bytes, long at) {

  Removed(String token, long bytes) {
    this(token, bytes, 0);
  }

  byte[] data() {
    return (token + " " + bytes).getBytes(StandardCharsets.UTF_8);
  }

  static Removed of(Node node) {
    String[] words = new String(node.data(), StandardCharsets.UTF_8).strip().split(" ", 2);
    boolean counted = words.length == 2 && words[1].matches("[0-9]{1,18}");
    return new Removed(words[0], counted ? Long.parseLong(words[1]) : 0, node.stat().getCtime());
  }
}
