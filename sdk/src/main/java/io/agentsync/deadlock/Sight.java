package io.agentsync.deadlock;

import io.agentsync.model.Moment;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One look at all sync points of a run, or of no run, by those who would act on it: only agents
 * that have said so count as held where they stand (SP-15). Immutable.
 */
public final class Sight {

  private final Moment began;
  private final Moment ended;
  private final WaitGraph graph;
  private final Standstill standstill;

  /**
   * What a look came to.
   *
   * @param began before anything was read
   * @param ended when all had been read
   * @param gatherings what stood
   */
  public Sight(Moment began, Moment ended, Collection<Gathering> gatherings) {
    this.began = began;
    this.ended = ended;
    this.graph = new WaitGraph(gatherings);
    this.standstill = new Standstill(graph, Certainty.DECLARED, Set.of());
  }

  Moment began() {
    return began;
  }

  /** When all had been read. */
  public Moment ended() {
    return ended;
  }

  /**
   * A generation whose agents wait in vain.
   *
   * @param own the arrivals that stand in it
   * @param evidence these, and those at all other points on which it depends
   * @param reason why, in words
   */
  record Vain(Set<String> own, Set<String> evidence, String reason) {}

  /** Whether a generation is seen to wait in vain. */
  Optional<Vain> vain(String syncId, String nonce) {
    int point = graph.pointNumber(syncId);
    if (point < 0 || !graph.point(point).nonce().equals(nonce) || !standstill.stuck(point)) {
      return Optional.empty();
    }
    int whom = standstill.ways(point).whom(point);
    String chain = new Chains(graph, standstill, Map.of()).of(point, whom).words();
    String what = standstill.inCycle(point) ? "deadlock: " : "waits for a deadlock: ";
    return Optional.of(new Vain(graph.point(point).claims(), evidence(point), what + chain));
  }

  private Set<String> evidence(int first) {
    Set<String> claims = new HashSet<>();
    BitSet met = new BitSet();
    Deque<Integer> next = new ArrayDeque<>();
    next.add(first);
    while (!next.isEmpty()) {
      int point = next.remove();
      if (!met.get(point)) {
        met.set(point);
        claims.addAll(graph.point(point).claims());
        for (int agent : graph.missing(point)) {
          if (standstill.staysAway(agent)) {
            next.addAll(graph.standsAt(agent));
          }
        }
      }
    }
    return claims;
  }
}
