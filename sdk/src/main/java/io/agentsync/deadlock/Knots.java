package io.agentsync.deadlock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The cycles of a standstill, those that hang together taken as one, and whom they hold up. */
final class Knots {

  private final WaitGraph graph;
  private final Standstill standstill;
  private final Map<Integer, List<Integer>> members = new HashMap<>();
  private final Map<Integer, Knot> known = new HashMap<>();

  Knots(WaitGraph graph, Standstill standstill) {
    this.graph = graph;
    this.standstill = standstill;
    for (int point = 0; point < graph.points(); point++) {
      if (standstill.inCycle(point)) {
        members.computeIfAbsent(standstill.cycle(point), cycle -> new ArrayList<>()).add(point);
      }
    }
  }

  /**
   * One of them.
   *
   * @param first its first point
   * @param agents who waits for each other
   * @param blocked who else cannot go on because of them
   * @param syncIds where all of them wait
   */
  record Knot(int first, Set<String> agents, Set<String> blocked, Set<String> syncIds) {}

  /** The one that a point belongs to. */
  Knot of(int point) {
    return known.computeIfAbsent(standstill.cycle(point), this::knot);
  }

  List<Knot> all() {
    return members.keySet().stream()
        .map(cycle -> known.computeIfAbsent(cycle, this::knot))
        .toList();
  }

  private Knot knot(int cycle) {
    List<Integer> points = members.getOrDefault(cycle, List.of());
    Set<Integer> cyclic = new TreeSet<>();
    for (int point : points) {
      for (int agent : graph.standing(point)) {
        if (standstill.in(cycle, agent)) {
          cyclic.add(agent);
        }
      }
    }
    Set<String> agents = new TreeSet<>();
    cyclic.forEach(agent -> agents.add(graph.agent(agent)));
    Blocking blocking = Blocking.by(points, cyclic, graph, standstill);
    return new Knot(points.get(0), agents, blocking.others(), blocking.syncIds());
  }
}
