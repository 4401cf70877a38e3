package io.agentsync.benchmark.stage;

import io.agentsync.benchmark.crew.CrewMain;
import io.agentsync.benchmark.crew.Order;
import io.agentsync.benchmark.peer.PeerKind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Measured processes that have one way to meet, and stay warm from one order to the next. */
public final class Crew implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Java java;
  private final PeerKind kind;
  private final String address;
  private final List<CrewMember> members = new ArrayList<>();

  /**
   * Starts them.
   *
   * @throws IOException if one does not start
   */
  public Crew(Java java, PeerKind kind, String address, int processes)
      throws IOException, InterruptedException {
    this.java = java;
    this.kind = kind;
    this.address = address;
    growTo(processes);
  }

  /**
   * Gives the first processes an order each, and waits until all have carried it out. Starts those
   * that there are too few.
   *
   * @return what each found out
   */
  public List<Map<String, Long>> carryOut(int processes, IntFunction<Order> orders)
      throws IOException, InterruptedException {
    growTo(processes);
    for (int member = 0; member < processes; member++) {
      members.get(member).order(orders.apply(member));
    }
    List<Map<String, Long>> facts = new ArrayList<>();
    for (CrewMember member : members.subList(0, processes)) {
      facts.add(member.answer(PATIENCE));
    }
    return facts;
  }

  /** The numbers of its processes. */
  public List<Long> pids() {
    return members.stream().map(CrewMember::pid).toList();
  }

  @Override
  public void close() {
    members.forEach(CrewMember::close);
  }

  private void growTo(int processes) throws IOException, InterruptedException {
    int before = members.size();
    if (before >= processes) {
      return;
    }
    for (int member = before; member < processes; member++) {
      members.add(
          new CrewMember(
              java.command(CrewMain.class.getName(), List.of(), List.of(kind.name(), address))));
    }
    try {
      for (CrewMember member : members.subList(before, processes)) {
        member.answer(START);
      }
    } catch (IOException e) {
      close();
      throw new IOException(kind + " did not start: " + e.getMessage(), e);
    }
  }
}
