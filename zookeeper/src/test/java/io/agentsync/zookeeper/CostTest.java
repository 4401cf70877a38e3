package io.agentsync.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsync.AgentSynchronizer;
import io.agentsync.model.SyncResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a round costs the ensemble, where every agent has a client of its own. */
class CostTest {

  private static final int ROUNDS = 10;

  /**
   * To look and to look after an append are two each, to be woken one more; the rest is for what is
   * announced and rung once a round, and for a machine so slow that clients say that they live.
   */
  private static final int MOST_REQUESTS = 8;

  private record Cost(double requests, double events) {}

  /** An agent with its own wire, which makes its client one of its own, too. */
  private record Client(FaultyWire wire, AgentSynchronizer synchronizer, String agent) {}

  @Test
  void w01_aRoundOfManyCostsEachOfThemAsMuchAsARoundOfFew() throws Exception {
    Cost few = costOfARound(3);
    Cost many = costOfARound(12);

    assertThat(few.events()).isLessThanOrEqualTo(2 * 3);
    assertThat(many.events()).isLessThanOrEqualTo(2 * 12);
    assertThat(few.requests()).as("%s", few).isLessThan(MOST_REQUESTS * 3);
    assertThat(many.requests()).as("%s", many).isLessThan(MOST_REQUESTS * 12);
  }

  /** Where they come one by one, two appends at least and an announcement are five requests. */
  @Test
  void w01_agentsOfOneProcessThatComeBackAtOnceArriveTogether() throws Exception {
    String location = TestEnsemble.freshLocation();
    Set<String> all = Set.of("a", "b", "c", "d");
    List<Integer> requests = new CopyOnWriteArrayList<>();
    try (FaultyWire wire = TestEnsemble.wire();
        AgentSynchronizer synchronizer =
            AgentSynchronizer.open(TestEnsemble.over(wire, location))) {
      wire.slowDown(Duration.ofMillis(3));
      for (String agent : all) {
        Runnable counting = agent.equals("a") ? () -> requests.add(wire.takeRequests()) : () -> {};
        goRound(synchronizer, agent, all, counting);
      }

      assertThat(Eventually.so(() -> requestsOfTheLastRounds(requests) < 4 * ROUNDS))
          .as("%s", requests)
          .isTrue();
    }
  }

  private static int requestsOfTheLastRounds(List<Integer> requests) {
    List<Integer> now = List.copyOf(requests);
    return now.size() < ROUNDS
        ? Integer.MAX_VALUE
        : now.subList(now.size() - ROUNDS, now.size()).stream().mapToInt(each -> each).sum();
  }

  /** Meets round after round, until the synchronizer is closed. */
  private static void goRound(
      AgentSynchronizer synchronizer, String agent, Set<String> all, Runnable afterEach) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (synchronizer.meet("p", agent, all).success()) {
                  afterEach.run();
                }
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            },
            agent);
    thread.setDaemon(true);
    thread.start();
  }

  private static Cost costOfARound(int size) throws IOException {
    String location = TestEnsemble.freshLocation();
    Set<String> all = new TreeSet<>(IntStream.range(0, size).mapToObj(i -> "agent-" + i).toList());
    List<Client> clients = new ArrayList<>();
    for (String agent : all) {
      FaultyWire wire = TestEnsemble.wire();
      AgentSynchronizer synchronizer = AgentSynchronizer.open(TestEnsemble.over(wire, location));
      clients.add(new Client(wire, synchronizer, agent));
    }
    meet(clients, all);
    sum(clients, FaultyWire::takeRequests);
    sum(clients, FaultyWire::takeEvents);
    for (int round = 0; round < ROUNDS; round++) {
      meet(clients, all);
    }
    Cost cost =
        new Cost(
            (double) sum(clients, FaultyWire::takeRequests) / ROUNDS,
            (double) sum(clients, FaultyWire::takeEvents) / ROUNDS);
    for (Client client : clients) {
      client.synchronizer().close();
      client.wire().close();
    }
    return cost;
  }

  private static void meet(List<Client> clients, Set<String> all) {
    List<CompletableFuture<SyncResult>> waiting =
        clients.stream()
            .map(client -> client.synchronizer().joinOrCreateSyncPoint("p", client.agent(), all))
            .toList();
    waiting.forEach(future -> assertThat(future.join().success()).isTrue());
  }

  private static int sum(List<Client> clients, ToIntFunction<FaultyWire> count) {
    return clients.stream().mapToInt(client -> count.applyAsInt(client.wire())).sum();
  }
}
