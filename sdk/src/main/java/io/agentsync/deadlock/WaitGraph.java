package io.agentsync.deadlock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who stands where and who is missing where, by numbers: points and agents are each counted from 0,
 * in the order of their names.
 */
final class WaitGraph {

  private final List<Gathering> points;
  private final List<String> agents;
  private final List<List<Integer>> standing = new ArrayList<>();
  private final List<List<Integer>> missing = new ArrayList<>();
  private final List<List<Integer>> standsAt = new ArrayList<>();
  private final List<List<Integer>> missingAt = new ArrayList<>();
  private final Map<String, Integer> pointNumbers = new HashMap<>();
  private final Map<String, Integer> agentNumbers = new HashMap<>();

  WaitGraph(Collection<Gathering> gatherings) {
    points = gatherings.stream().sorted(Comparator.comparing(Gathering::syncId)).toList();
    Set<String> names = new TreeSet<>();
    points.forEach(point -> names.addAll(point.waiting()));
    points.forEach(point -> names.addAll(point.missing()));
    agents = List.copyOf(names);
    for (String agent : agents) {
      agentNumbers.put(agent, agentNumbers.size());
      standsAt.add(new ArrayList<>());
      missingAt.add(new ArrayList<>());
    }
    for (Gathering point : points) {
      int number = pointNumbers.size();
      pointNumbers.put(point.syncId(), number);
      standing.add(link(number, point.waiting(), standsAt));
      missing.add(link(number, point.missing(), missingAt));
    }
  }

  private List<Integer> link(int point, Set<String> names, List<List<Integer>> back) {
    List<Integer> linked = names.stream().map(this::agentNumber).toList();
    linked.forEach(agent -> back.get(agent).add(point));
    return linked;
  }

  int points() {
    return points.size();
  }

  int agents() {
    return agents.size();
  }

  Gathering point(int number) {
    return points.get(number);
  }

  /** The number of a point; -1 if nobody waits there. */
  int pointNumber(String syncId) {
    return pointNumbers.getOrDefault(syncId, -1);
  }

  /** The number of an agent; -1 if it neither waits nor is waited for. */
  int agentNumber(String agent) {
    return agentNumbers.getOrDefault(agent, -1);
  }

  String agent(int number) {
    return agents.get(number);
  }

  /** Who stands at a point. */
  List<Integer> standing(int point) {
    return standing.get(point);
  }

  /** Who is missing at a point. */
  List<Integer> missing(int point) {
    return missing.get(point);
  }

  /** Where an agent stands. */
  List<Integer> standsAt(int agent) {
    return standsAt.get(agent);
  }

  /** Where an agent is missing. */
  List<Integer> missingAt(int agent) {
    return missingAt.get(agent);
  }

  /** Whether a point cannot do without any of those who are missing there. */
  boolean needsAll(int point) {
    return points.get(point).spare() == 0;
  }

  /** Whether an agent has said somewhere that it does nothing else until that ends. */
  boolean saysBlocked(int agent) {
    return standsAt.get(agent).stream()
        .anyMatch(point -> points.get(point).blocked().contains(agents.get(agent)));
  }
}
