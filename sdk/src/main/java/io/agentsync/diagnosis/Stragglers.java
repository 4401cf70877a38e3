package io.agentsync.diagnosis;

import io.agentsync.model.Straggler;
import io.agentsync.model.SyncOutcome;
import io.agentsync.syncpoint.Claim;
import io.agentsync.syncpoint.End;
import io.agentsync.syncpoint.Generation;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out whom the others had to wait for, and what that cost them. */
final class Stragglers {

  private static final Comparator<Straggler> WORST_FIRST =
      Comparator.comparing(Straggler::cost)
          .thenComparing(Straggler::timesLast)
          .reversed()
          .thenComparing(Straggler::agent);

  private final Map<String, Straggler> byAgent = new HashMap<>();

  /** Takes in a generation that has ended; only one that was completed had somebody come last. */
  void count(Generation generation) {
    Set<String> agents = new HashSet<>();
    List<Claim> arrivals =
        generation.claims().stream().filter(claim -> agents.add(claim.agent())).toList();
    int waited = arrivals.size() - 1;
    boolean completed =
        generation.end().map(End::outcome).filter(SyncOutcome.COMPLETED::equals).isPresent();
    if (completed && waited > 0) {
      Claim last = arrivals.get(waited);
      Duration each = arrivals.get(waited - 1).at().shownUntil(last.at());
      byAgent.merge(
          last.agent(), new Straggler(last.agent(), 1, each.multipliedBy(waited)), Stragglers::sum);
    }
  }

  List<Straggler> worstFirst() {
    return byAgent.values().stream().sorted(WORST_FIRST).toList();
  }

  private static Straggler sum(Straggler one, Straggler other) {
    return new Straggler(
        one.agent(), one.timesLast() + other.timesLast(), one.cost().plus(other.cost()));
  }
}
