package io.agentsync.benchmark.crew;

import io.agentsync.benchmark.peer.Peer;
import io.agentsync.benchmark.peer.PeerKind;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A measured process: carries out the orders on its stdin, and ends with it. {@code CrewMain KIND
 * ADDRESS}
 */
public final class CrewMain {

  /** Ends the facts of an order. */
  public static final String DONE = "done";

  /** Begins the line of an order that could not be carried out. */
  public static final String FAILED = "failed ";

  private static final Map<String, Task> TASKS =
      Map.of(
          "rounds", new RoundsTask(),
          "scattered", new ScatteredTask(),
          "bulk", new BulkTask(),
          "wait", new WaitTask());

  private CrewMain() {}

  /** Carries out orders until there are no more. */
  public static void main(String[] args) throws Exception {
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Peer peer = PeerKind.valueOf(args[0]).open(args[1])) {
      System.out.println(DONE);
      for (String line = orders.readLine(); line != null; line = orders.readLine()) {
        carryOut(peer, Order.parse(line));
      }
    }
  }

  private static void carryOut(Peer peer, Order order) {
    Facts facts = new Facts();
    try {
      Task task = TASKS.get(order.word());
      if (task == null) {
        throw new IllegalArgumentException("no such order: " + order.line());
      }
      task.run(peer, order, facts);
    } catch (Exception e) {
      e.printStackTrace();
      System.out.println(FAILED + e);
      return;
    }
    facts.all().forEach((name, value) -> System.out.println(name + "=" + value));
    System.out.println(DONE);
  }
}
