package io.agentsync.benchmark.crew;

import io.agentsync.benchmark.peer.Peer;
import io.agentsync.benchmark.peer.PeerKind;
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

  /** Carries out orders as long as its runner lives. */
  public static void main(String[] args) throws Exception {
    Orders orders = new Orders(System.in);
    Peer peer = PeerKind.valueOf(args[0]).open(args[1]);
    System.out.println(DONE);
    while (true) {
      carryOut(peer, orders.next());
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
