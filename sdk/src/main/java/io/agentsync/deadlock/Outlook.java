package io.agentsync.deadlock;

import io.agentsync.model.Names;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be expected of a sync point that waits, because of what stands elsewhere.
 *
 * @param kind what
 * @param chains who waits for whom, beginning there; for a deadlock the cycle, else one chain for
 *     each of the missing that matter, three at most; never empty
 * @param agents in a deadlock, or behind one, those who wait for each other, of many the first ten;
 *     else those with whom the chains end; sorted
 * @param blocked who cannot go on because of them, sorted; those in a deadlock not included
 * @param syncIds where all of them wait, sorted
 */
public record Outlook(
    Kind kind, List<Chain> chains, Set<String> agents, Set<String> blocked, Set<String> syncIds) {

  public Outlook {
    chains = List.copyOf(chains);
    agents = Names.sorted(agents);
    // Shared by all points that wait for the same: there may be many of either.
    blocked = Collections.unmodifiableSet(blocked);
    syncIds = Collections.unmodifiableSet(syncIds);
  }

  /** What can be expected. */
  public enum Kind {
    /** It waits for itself in the end. */
    DEADLOCK,
    /** As before, unless an agent that waits at several points at once comes all the same. */
    POSSIBLE_DEADLOCK,
    /** It can never be completed, since it waits for agents that are stuck elsewhere, or gone. */
    NEVER,
    /** It waits for agents that wait themselves, in the end for one that does not. */
    BEHIND
  }

  /** Those of the missing agents that are told to wait somewhere else themselves. */
  public Set<String> waiting() {
    return chains.stream()
        .filter(Chain::indirect)
        .map(chain -> chain.links().get(0).awaited())
        .collect(Collectors.toSet());
  }

  /** The first of the chains. */
  public Chain chain() {
    return chains.get(0);
  }
}
