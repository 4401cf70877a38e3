package io.agentsync.deadlock;

import java.util.Collection;
import java.util.List;

/**
 * What does not move, and how it hangs together: the cycles in it, and by whom the waits lead to
 * one, to an agent that is gone, or to one that others wait for and that waits for nobody.
 */
final class Standstill {

  private final WaitGraph graph;
  private final boolean[] gone;
  private final boolean[] held;
  private final Reduction reduction;
  private final int[] component;
  private final int[] size;
  private final Ways around;
  private final Ways behind;
  private final Ways moving;

  Standstill(WaitGraph graph, Certainty certainty, Collection<String> goneAgents) {
    this.graph = graph;
    this.gone = new boolean[graph.agents()];
    this.held = new boolean[graph.agents()];
    for (int agent = 0; agent < gone.length; agent++) {
      gone[agent] = goneAgents.contains(graph.agent(agent));
      held[agent] = !gone[agent] && certainty.holds(graph, agent);
    }
    this.reduction = new Reduction(graph, this::held, this::gone);
    this.component = StrongComponents.of(graph.points() + graph.agents(), this::standingEdges);
    this.size = new int[component.length];
    for (int number : component) {
      size[number]++;
    }
    this.around = waysAround();
    this.behind = waysBehind();
    this.moving = waysOfWhatMoves();
  }

  boolean gone(int agent) {
    return gone[agent];
  }

  /** Whether an agent comes nowhere before one of the points ends at which it stands. */
  boolean held(int agent) {
    return held[agent];
  }

  /** Whether a point can never be completed. */
  boolean stuck(int point) {
    return reduction.stuck(point);
  }

  /** Whether an agent can come nowhere any more. */
  boolean staysAway(int agent) {
    return reduction.staysAway(agent);
  }

  /** Whether a point waits for itself in the end. */
  boolean inCycle(int point) {
    return stuck(point) && size[component[point]] > 1;
  }

  /** Which cycle, or knot of cycles, a point belongs to. */
  int cycle(int point) {
    return component[point];
  }

  /** Whether somebody in a cycle waits for an agent, and that for somebody in it. */
  boolean in(int cycle, int agent) {
    return component[graph.points() + agent] == cycle;
  }

  /** By whom the chain goes on at a point. */
  Ways ways(int point) {
    return !stuck(point) ? moving : inCycle(point) ? around : behind;
  }

  private List<Integer> standingEdges(int node) {
    int agent = node - graph.points();
    if (agent < 0) {
      return stuck(node)
          ? graph.missing(node).stream()
              .filter(missing -> staysAway(missing) && !gone[missing])
              .map(missing -> missing + graph.points())
              .toList()
          : List.of();
    }
    return staysAway(agent) && !gone[agent] ? graph.standsAt(agent) : List.of();
  }

  private Ways waysAround() {
    Ways ways = new Ways(graph);
    for (int point = 0; point < graph.points(); point++) {
      if (inCycle(point) && !ways.known(point)) {
        int cycle = component[point];
        ways.leadOn(point, other -> component[other] == cycle, agent -> in(cycle, agent));
        ways.spread(other -> component[other] == cycle, agent -> in(cycle, agent));
      }
    }
    return ways;
  }

  private Ways waysBehind() {
    Ways ways = new Ways(graph);
    for (int agent = 0; agent < gone.length; agent++) {
      if (gone[agent]) {
        ways.endWith(agent, this::behind);
      }
    }
    for (int point = 0; point < graph.points(); point++) {
      if (inCycle(point)) {
        ways.leadOn(point, this::behind, this::staysAway);
      }
    }
    ways.spread(this::behind, this::staysAway);
    return ways;
  }

  private boolean behind(int point) {
    return stuck(point) && !inCycle(point);
  }

  private Ways waysOfWhatMoves() {
    Ways ways = new Ways(graph);
    for (int agent = 0; agent < gone.length; agent++) {
      if (!gone[agent] && !held(agent)) {
        ways.endWith(agent, this::moves);
      }
    }
    ways.spread(this::moves, this::held);
    return ways;
  }

  private boolean moves(int point) {
    return !stuck(point) && graph.needsAll(point);
  }
}
