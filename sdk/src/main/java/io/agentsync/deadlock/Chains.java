package io.agentsync.deadlock;

import io.agentsync.deadlock.Chain.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Spells out the chains of waits. */
final class Chains {

  private static final int LONGEST = 8;
  private static final int SHOWN = 5;

  private final WaitGraph graph;
  private final Standstill standstill;
  private final Map<String, String> gone;

  /** The chains of a standstill; {@code gone} says in words how it is with those who are gone. */
  Chains(WaitGraph graph, Standstill standstill, Map<String, String> gone) {
    this.graph = graph;
    this.standstill = standstill;
    this.gone = gone;
  }

  /** One wait by numbers, and where whoever is awaited waits itself; -1: nowhere that counts. */
  private record Step(int point, int awaited, int next) {}

  /** The chain that begins at a point with one of the agents that are missing there. */
  Chain of(int point, int missing) {
    List<Step> steps = new ArrayList<>();
    Step step = new Step(point, missing, whereHeld(point, missing));
    steps.add(step);
    while (step.next() >= 0 && !met(steps, step.next()) && steps.size() < LONGEST) {
      step = step(step.next());
      steps.add(step);
    }
    if (step.next() < 0) {
      return chain(steps, standing(point), "", howItIsWith(step.awaited()), false);
    }
    if (met(steps, step.next())) {
      boolean aroundFirst = step.next() == point;
      List<String> first = aroundFirst ? List.of(graph.agent(step.awaited())) : standing(point);
      return chain(steps, first, "", "", true);
    }
    return shortened(steps.subList(0, SHOWN), steps.get(SHOWN - 1).next());
  }

  private static boolean met(List<Step> steps, int point) {
    return steps.stream().anyMatch(step -> step.point() == point);
  }

  private Step step(int point) {
    Ways ways = standstill.ways(point);
    return new Step(point, ways.whom(point), ways.last(point) ? -1 : ways.where(point));
  }

  /** Where a missing agent waits itself; negative if it may come, or never will. */
  private int whereHeld(int point, int missing) {
    Ways ways = standstill.ways(point);
    if (ways.known(point) && ways.whom(point) == missing) {
      return ways.last(point) ? -1 : ways.where(point);
    }
    if (!standstill.held(missing)) {
      return -1;
    }
    return graph.standsAt(missing).stream()
        .filter(place -> standstill.ways(place).known(place))
        .findFirst()
        .orElse(-1);
  }

  private Chain shortened(List<Step> shown, int next) {
    List<String> first = standing(shown.get(0).point());
    if (standstill.inCycle(next)) {
      return chain(shown, first, "", "… and so on in a circle", true);
    }
    Ways ways = standstill.ways(next);
    Step last = step(ways.end(next));
    List<Step> steps = new ArrayList<>(shown);
    steps.add(last);
    boolean closed = last.next() >= 0;
    String end = closed ? "" : howItIsWith(last.awaited());
    return chain(steps, first, "… %d more …".formatted(ways.length(next) - 1), end, closed);
  }

  private Chain chain(
      List<Step> steps, List<String> first, String gap, String end, boolean closed) {
    List<Link> links = new ArrayList<>();
    for (Step step : steps) {
      boolean after = gap.isEmpty() || links.size() < steps.size() - 1;
      List<String> agents =
          links.isEmpty()
              ? first
              : after ? List.of(links.get(links.size() - 1).awaited()) : standing(step.point());
      links.add(new Link(agents, graph.point(step.point()).syncId(), graph.agent(step.awaited())));
    }
    return new Chain(links, gap, end, closed);
  }

  private String howItIsWith(int agent) {
    String name = graph.agent(agent);
    if (standstill.gone(agent)) {
      return gone.getOrDefault(name, name + " is gone");
    }
    List<Integer> places = graph.standsAt(agent);
    if (places.isEmpty()) {
      return name + " waits nowhere";
    }
    return "%s waits at %s and may still come"
        .formatted(
            name,
            places.stream()
                .map(place -> graph.point(place).syncId())
                .collect(Collectors.joining(" and ")));
  }

  private List<String> standing(int point) {
    return graph.standing(point).stream().map(graph::agent).toList();
  }
}
