package io.agentsync.deadlock;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The strongly connected components of a graph, by R. E. Tarjan, "Depth-First Search and Linear
 * Graph Algorithms", SIAM Journal on Computing 1(2), 1972; without recursion, so that no chain is
 * too long for it.
 */
final class StrongComponents {

  private static final int NONE = -1;

  private final IntFunction<List<Integer>> successors;
  private final int[] component;
  private final int[] index;
  private final int[] low;
  private final Deque<Integer> open = new ArrayDeque<>();
  private final Deque<Visit> path = new ArrayDeque<>();
  private int seen;
  private int components;

  private record Visit(int node, Iterator<Integer> edges) {}

  private StrongComponents(int size, IntFunction<List<Integer>> successors) {
    this.successors = successors;
    this.component = new int[size];
    this.index = new int[size];
    this.low = new int[size];
    Arrays.fill(component, NONE);
    Arrays.fill(index, NONE);
  }

  /**
   * The number of its component for every node.
   *
   * @param size how many nodes there are, counted from 0
   * @param successors where the edges of a node lead
   */
  static int[] of(int size, IntFunction<List<Integer>> successors) {
    StrongComponents found = new StrongComponents(size, successors);
    for (int node = 0; node < size; node++) {
      if (found.index[node] == NONE) {
        found.explore(node);
      }
    }
    return found.component;
  }

  private void explore(int root) {
    enter(root);
    while (!path.isEmpty()) {
      Visit visit = path.element();
      if (visit.edges().hasNext()) {
        follow(visit.node(), visit.edges().next());
      } else {
        leave(path.remove().node());
      }
    }
  }

  private void enter(int node) {
    index[node] = seen;
    low[node] = seen;
    seen++;
    open.push(node);
    path.push(new Visit(node, successors.apply(node).iterator()));
  }

  private void follow(int from, int to) {
    if (index[to] == NONE) {
      enter(to);
    } else if (component[to] == NONE) {
      low[from] = Math.min(low[from], index[to]);
    }
  }

  private void leave(int node) {
    if (low[node] == index[node]) {
      int member;
      do {
        member = open.pop();
        component[member] = components;
      } while (member != node);
      components++;
    }
    if (!path.isEmpty()) {
      int parent = path.element().node();
      low[parent] = Math.min(low[parent], low[node]);
    }
  }
}
