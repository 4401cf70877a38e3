package io.agentsync.deadlock;

import io.agentsync.model.Blocker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds whom many wait for. */
final class Blockers {

  private static final Comparator<Blocker> WORST_FIRST =
      Comparator.comparing(Blocker::deadlock)
          .thenComparing(blocker -> blocker.blocked().size())
          .reversed()
          .thenComparing(Blocker::syncId);

  private final WaitGraph graph;
  private final Standstill standstill;
  private final Map<Integer, Blocking> known = new HashMap<>();

  Blockers(WaitGraph graph, Standstill standstill) {
    this.graph = graph;
    this.standstill = standstill;
  }

  /** Whom one agent that is missing holds up. */
  Blocking by(int agent) {
    return known.computeIfAbsent(agent, one -> Blocking.by(one, graph, standstill));
  }

  List<Blocker> worstFirst(Optional<String> run, Knots knots) {
    List<Blocker> found = new ArrayList<>();
    for (Knots.Knot knot : knots.all()) {
      String first = graph.point(knot.first()).syncId();
      found.add(new Blocker(run, knot.agents(), true, knot.blocked(), knot.syncIds(), first));
    }
    for (int agent = 0; agent < graph.agents(); agent++) {
      if (!graph.missingAt(agent).isEmpty() && !standstill.held(agent)) {
        Blocking who = by(agent);
        String name = graph.agent(agent);
        if (who.others().size() > 1) {
          String where = graph.point(graph.missingAt(agent).get(0)).syncId();
          found.add(new Blocker(run, Set.of(name), false, who.others(), who.syncIds(), where));
        }
      }
    }
    found.sort(WORST_FIRST);
    return found;
  }
}
