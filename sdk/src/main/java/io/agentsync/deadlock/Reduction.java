package io.agentsync.deadlock;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntPredicate;

/**
 * Finds out which points may still be completed: whoever is not held may come, a point for which
 * enough may come may be completed, and sets free those who stand there. What is left over never
 * moves by itself. This is the reduction of a wait-for graph by R. C. Holt, "Some Deadlock
 * Properties of Computer Systems", ACM Computing Surveys 4(3), 1972: a point waits for k of n
 * agents, an agent that is held at several points for the first of them to end.
 */
final class Reduction {

  private final WaitGraph graph;
  private final IntPredicate gone;
  private final boolean[] comes;
  private final boolean[] mayComplete;
  private final int[] stayAway;
  private final Deque<Integer> next = new ArrayDeque<>();

  Reduction(WaitGraph graph, IntPredicate held, IntPredicate gone) {
    this.graph = graph;
    this.gone = gone;
    this.comes = new boolean[graph.agents()];
    this.mayComplete = new boolean[graph.points()];
    this.stayAway = new int[graph.points()];
    for (int agent = 0; agent < comes.length; agent++) {
      comes[agent] = !gone.test(agent) && !held.test(agent);
    }
    reduce();
  }

  /** Whether a point can never be completed. */
  boolean stuck(int point) {
    return !mayComplete[point];
  }

  /** Whether an agent comes nowhere any more: it is gone, or held where nothing moves. */
  boolean staysAway(int agent) {
    return !comes[agent];
  }

  private void reduce() {
    for (int point = 0; point < mayComplete.length; point++) {
      stayAway[point] = (int) graph.missing(point).stream().filter(this::staysAway).count();
      completeIfEnough(point);
    }
    while (!next.isEmpty()) {
      for (int agent : graph.standing(next.remove())) {
        if (!comes[agent] && !gone.test(agent)) {
          comes[agent] = true;
          for (int point : graph.missingAt(agent)) {
            stayAway[point]--;
            completeIfEnough(point);
          }
        }
      }
    }
  }

  private void completeIfEnough(int point) {
    if (!mayComplete[point] && stayAway[point] <= graph.point(point).spare()) {
      mayComplete[point] = true;
      next.add(point);
    }
  }
}
