package io.agentsync.testkit;

import io.agentsync.model.Durability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Some client processes on one store, ready to be told what to do; closing kills them all. */
final class ClientPool implements AutoCloseable {

  private final List<ClientProcess> clients = new ArrayList<>();

  ClientPool(String location, Durability durability, int size) throws Exception {
    for (int i = 0; i < size; i++) {
      clients.add(ClientProcess.start(location, durability));
    }
    for (ClientProcess client : clients) {
      client.answer();
    }
  }

  int size() {
    return clients.size();
  }

  ClientProcess get(int index) {
    return clients.get(index);
  }

  /** Tells each what to do, without waiting for an answer. */
  void each(IntFunction<String> line) {
    for (int i = 0; i < clients.size(); i++) {
      clients.get(i).say(line.apply(i));
    }
  }

  boolean allAnswered() {
    return clients.stream().allMatch(client -> client.hasAnswered(Duration.ZERO));
  }

  @Override
  public void close() {
    clients.forEach(ClientProcess::close);
  }
}
