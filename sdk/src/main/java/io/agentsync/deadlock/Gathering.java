package io.agentsync.deadlock;

import io.agentsync.model.Names;
import io.agentsync.syncpoint.Claim;
import io.agentsync.syncpoint.Generation;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Agents that wait at a sync point for others.
 *
 * @param syncId the sync point
 * @param nonce of its open generation
 * @param waiting who stands there, sorted; never empty
 * @param blocked those of them that have said that they do nothing else until it ends, sorted
 * @param missing whom they wait for, sorted; never empty
 * @param spare how many of the missing they can do without
 * @param claims the operation ids of the arrivals that stand
 */
public record Gathering(
    String syncId,
    String nonce,
    Set<String> waiting,
    Set<String> blocked,
    Set<String> missing,
    int spare,
    Set<String> claims) {

  public Gathering {
    waiting = Names.sorted(waiting);
    blocked = Names.sorted(blocked);
    missing = Names.sorted(missing);
    claims = Set.copyOf(claims);
  }

  /** What stands in a generation; empty if nobody waits there for somebody. */
  public static Optional<Gathering> of(String syncId, Generation generation) {
    if (!generation.open() || generation.claims().isEmpty() || generation.missing().isEmpty()) {
      return Optional.empty();
    }
    Set<String> blocked = new HashSet<>();
    Set<String> claims = new HashSet<>();
    for (Claim claim : generation.claims()) {
      claims.add(claim.op());
      if (claim.blocking()) {
        blocked.add(claim.agent());
      }
    }
    return Optional.of(
        new Gathering(
            syncId,
            generation.nonce(),
            generation.arrived(),
            blocked,
            generation.missing(),
            generation.spare(),
            claims));
  }
}
