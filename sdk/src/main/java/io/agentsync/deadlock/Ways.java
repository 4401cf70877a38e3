package io.agentsync.deadlock;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.IntPredicate;

/**
 * By whom a chain of waits goes on at each point: the shortest way to where it ends, found
 * breadth-first from all ends at once.
 */
final class Ways {

  private static final int NONE = -1;

  private final WaitGraph graph;
  private final int[] whom;
  private final int[] where;
  private final int[] end;
  private final int[] length;
  private final boolean[] followed;
  private final Deque<Integer> next = new ArrayDeque<>();

  Ways(WaitGraph graph) {
    this.graph = graph;
    this.whom = new int[graph.points()];
    this.where = new int[graph.points()];
    this.end = new int[graph.points()];
    this.length = new int[graph.points()];
    this.followed = new boolean[graph.agents()];
    Arrays.fill(whom, NONE);
    Arrays.fill(where, NONE);
  }

  /** Whether a chain goes on from a point. */
  boolean known(int point) {
    return whom[point] != NONE;
  }

  /** The missing agent by whom the chain goes on. */
  int whom(int point) {
    return whom[point];
  }

  /** Whether the chain ends with {@link #whom}. */
  boolean last(int point) {
    return where[point] == NONE;
  }

  /** Where {@link #whom} waits itself. */
  int where(int point) {
    return where[point];
  }

  /** The last point of the chain: where it ends, or enters or closes a cycle. */
  int end(int point) {
    return known(point) ? end[point] : point;
  }

  /** How many waits there are from a point to that one, that one included. */
  int length(int point) {
    return known(point) ? length[point] : 1;
  }

  /** An agent with which chains end. */
  void endWith(int agent, IntPredicate points) {
    reach(agent, NONE, points);
  }

  /** A point that leads to an end; those who stand there lead on to it. */
  void leadOn(int point, IntPredicate points, IntPredicate agents) {
    for (int agent : graph.standing(point)) {
      if (agents.test(agent)) {
        reach(agent, point, points);
      }
    }
  }

  /** Goes on from all that has been said, only by such points and agents. */
  void spread(IntPredicate points, IntPredicate agents) {
    while (!next.isEmpty()) {
      leadOn(next.remove(), points, agents);
    }
  }

  private void reach(int agent, int place, IntPredicate points) {
    if (followed[agent]) {
      return;
    }
    followed[agent] = true;
    for (int point : graph.missingAt(agent)) {
      if (whom[point] == NONE && points.test(point)) {
        end[point] = place == NONE ? point : end(place);
        length[point] = place == NONE ? 1 : length(place) + 1;
        whom[point] = agent;
        where[point] = place;
        next.add(point);
      }
    }
  }
}
