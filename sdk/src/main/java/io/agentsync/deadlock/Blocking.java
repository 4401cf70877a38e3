package io.agentsync.deadlock;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who cannot go on before one agent comes, or before a cycle is broken: those who stand where that
 * is needed, and whoever needs one of them who is held nowhere else.
 */
final class Blocking {

  private final WaitGraph graph;
  private final Standstill standstill;
  private final Set<Integer> points = new HashSet<>();
  private final Set<Integer> agents = new HashSet<>();
  private final Map<Integer, Integer> blockedPlaces = new HashMap<>();
  private final Set<String> others = new TreeSet<>();
  private final Set<String> syncIds = new TreeSet<>();
  private final Deque<Integer> next = new ArrayDeque<>();

  private Blocking(WaitGraph graph, Standstill standstill) {
    this.graph = graph;
    this.standstill = standstill;
  }

  /** Who waits for one agent that is missing, in the end. */
  static Blocking by(int agent, WaitGraph graph, Standstill standstill) {
    Blocking blocking = new Blocking(graph, standstill);
    blocking.staysAway(agent);
    blocking.spread();
    blocking.agents.remove(agent);
    return blocking.named();
  }

  /** Who waits for the points of a cycle in the end, beside the agents of the cycle. */
  static Blocking by(
      Collection<Integer> points,
      Collection<Integer> cycle,
      WaitGraph graph,
      Standstill standstill) {
    Blocking blocking = new Blocking(graph, standstill);
    points.forEach(blocking::block);
    blocking.spread();
    blocking.agents.removeAll(Set.copyOf(cycle));
    return blocking.named();
  }

  private Blocking named() {
    agents.forEach(agent -> others.add(graph.agent(agent)));
    points.forEach(point -> syncIds.add(graph.point(point).syncId()));
    return this;
  }

  /** The agents that wait, but for that one or those in the cycle; sorted. */
  Set<String> others() {
    return others;
  }

  /** The sync points where they wait, sorted. */
  Set<String> syncIds() {
    return syncIds;
  }

  private void spread() {
    while (!next.isEmpty()) {
      for (int agent : graph.standing(next.remove())) {
        agents.add(agent);
        boolean everywhere =
            blockedPlaces.merge(agent, 1, Integer::sum) == graph.standsAt(agent).size();
        if (everywhere && standstill.held(agent)) {
          staysAway(agent);
        }
      }
    }
  }

  private void staysAway(int agent) {
    for (int point : graph.missingAt(agent)) {
      if (graph.needsAll(point)) {
        block(point);
      }
    }
  }

  private void block(int point) {
    if (points.add(point)) {
      next.add(point);
    }
  }
}
