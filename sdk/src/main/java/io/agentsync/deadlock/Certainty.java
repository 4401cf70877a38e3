package io.agentsync.deadlock;

/** Which agents that stand somewhere are taken to come nowhere else before that ends. */
enum Certainty {
  /** Those that have said so in a record. */
  DECLARED {
    @Override
    boolean holds(WaitGraph graph, int agent) {
      return graph.saysBlocked(agent);
    }
  },
  /** Those as well that stand at one point only: others wait by futures, and may come anywhere. */
  APPARENT {
    @Override
    boolean holds(WaitGraph graph, int agent) {
      return graph.standsAt(agent).size() == 1 || graph.saysBlocked(agent);
    }
  },
  /** All of them. */
  POSSIBLE {
    @Override
    boolean holds(WaitGraph graph, int agent) {
      return !graph.standsAt(agent).isEmpty();
    }
  };

  /** Whether an agent is held where it stands. */
  abstract boolean holds(WaitGraph graph, int agent);
}
