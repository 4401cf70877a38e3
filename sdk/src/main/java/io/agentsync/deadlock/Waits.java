package io.agentsync.deadlock;

import io.agentsync.deadlock.Knots.Knot;
import io.agentsync.deadlock.Outlook.Kind;
import io.agentsync.model.Blocker;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who waits for whom at the sync points of one run, or of no run: an agent is one and the same at
 * all of them, and another one in every other run.
 *
 * <p>Not safe for several threads.
 */
public final class Waits {

  private static final int MOST_CHAINS = 3;
  private static final int MOST_NAMED = 10;

  private final WaitGraph graph;
  private final Map<String, String> gone;
  private final Standstill apparent;
  private final Standstill possible;
  private final Knots knots;
  private final Knots possibleKnots;
  private final Blockers blockers;

  /**
   * What follows from what stands.
   *
   * @param gatherings the sync points where agents wait for others
   * @param gone the agents that will not come, and in words why not
   */
  public Waits(Collection<Gathering> gatherings, Map<String, String> gone) {
    this.graph = new WaitGraph(gatherings);
    this.gone = Map.copyOf(gone);
    this.apparent = new Standstill(graph, Certainty.APPARENT, gone.keySet());
    this.possible = new Standstill(graph, Certainty.POSSIBLE, gone.keySet());
    this.knots = new Knots(graph, apparent);
    this.possibleKnots = new Knots(graph, possible);
    this.blockers = new Blockers(graph, apparent);
  }

  /** What is to be expected of a sync point; empty if no more than that agents are missing. */
  public Optional<Outlook> at(String syncId) {
    int point = graph.pointNumber(syncId);
    if (point < 0) {
      return Optional.empty();
    }
    if (apparent.inCycle(point)) {
      return Optional.of(deadlock(Kind.DEADLOCK, point, apparent, knots));
    }
    if (apparent.stuck(point)) {
      return never(point);
    }
    return possible.inCycle(point)
        ? Optional.of(deadlock(Kind.POSSIBLE_DEADLOCK, point, possible, possibleKnots))
        : behind(point);
  }

  /** The agents on whose coming that of others to a sync point depends, sorted. */
  public Set<String> dependsOn(String syncId) {
    Set<String> agents = new TreeSet<>();
    Deque<Integer> next = new ArrayDeque<>();
    BitSet met = new BitSet();
    int first = graph.pointNumber(syncId);
    if (first >= 0) {
      next.add(first);
    }
    while (!next.isEmpty()) {
      int point = next.remove();
      if (!met.get(point)) {
        met.set(point);
        for (int agent : graph.missing(point)) {
          if (agents.add(graph.agent(agent))) {
            next.addAll(graph.standsAt(agent));
          }
        }
      }
    }
    return agents;
  }

  /**
   * The deadlocks, and whoever holds up more than one other; the worst first.
   *
   * @param run which run this is about
   */
  public List<Blocker> blockers(Optional<String> run) {
    return blockers.worstFirst(run, knots);
  }

  private Outlook deadlock(Kind kind, int point, Standstill standstill, Knots all) {
    Knot knot = all.of(point);
    Chain chain = new Chains(graph, standstill, gone).of(point, standstill.ways(point).whom(point));
    return new Outlook(kind, List.of(chain), named(knot), knot.blocked(), knot.syncIds());
  }

  /** Where only agents are gone that are missing and needed here, there is nothing to add. */
  private Optional<Outlook> never(int point) {
    List<Chain> chains =
        graph.missing(point).stream()
            .filter(apparent::staysAway)
            .map(agent -> chain(point, agent))
            .sorted(Comparator.comparing(Chain::indirect).reversed())
            .limit(MOST_CHAINS)
            .toList();
    return graph.needsAll(point) && chains.stream().noneMatch(Chain::indirect)
        ? behind(point)
        : Optional.of(outlook(Kind.NEVER, chains));
  }

  private Optional<Outlook> behind(int point) {
    if (!graph.needsAll(point)) {
      return Optional.empty();
    }
    List<Chain> chains =
        graph.missing(point).stream()
            .map(agent -> chain(point, agent))
            .filter(chain -> chain.indirect() || placesHeldUpBy(chain.lastAwaited()) > 1)
            .limit(MOST_CHAINS)
            .toList();
    return chains.isEmpty() ? Optional.empty() : Optional.of(outlook(Kind.BEHIND, chains));
  }

  private int placesHeldUpBy(String agent) {
    return blockers.by(graph.agentNumber(agent)).syncIds().size();
  }

  private Chain chain(int point, int missing) {
    return new Chains(graph, apparent, gone).of(point, missing);
  }

  private Outlook outlook(Kind kind, List<Chain> chains) {
    List<Outlook> each = chains.stream().map(chain -> outlook(kind, chain)).toList();
    if (each.size() == 1) {
      return each.get(0);
    }
    Set<String> agents = new TreeSet<>();
    Set<String> blocked = new TreeSet<>();
    Set<String> syncIds = new TreeSet<>();
    for (Outlook one : each) {
      agents.addAll(one.agents());
      blocked.addAll(one.blocked());
      syncIds.addAll(one.syncIds());
    }
    blocked.removeAll(agents);
    return new Outlook(kind, chains, agents, blocked, syncIds);
  }

  private Outlook outlook(Kind kind, Chain chain) {
    int end = graph.pointNumber(chain.lastSyncId());
    if (apparent.inCycle(end)) {
      Knot knot = knots.of(end);
      return new Outlook(kind, List.of(chain), named(knot), knot.blocked(), knot.syncIds());
    }
    Blocking who = blockers.by(graph.agentNumber(chain.lastAwaited()));
    Set<String> last = Set.of(chain.lastAwaited());
    return new Outlook(kind, List.of(chain), last, who.others(), who.syncIds());
  }

  private static Set<String> named(Knot knot) {
    return knot.agents().stream().limit(MOST_NAMED).collect(Collectors.toSet());
  }
}
