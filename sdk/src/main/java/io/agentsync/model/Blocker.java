package io.agentsync.model;

import java.util.Optional;
import java.util.Set;

/**
 * Whom many wait for in the end: one agent that does not come, or some that wait for each other.
 *
 * @param run the run that it is in; empty if it is in none
 * @param agents the one, or those that wait for each other, sorted
 * @param deadlock whether they wait for each other
 * @param blocked who else cannot go on because of them, sorted
 * @param syncIds where all of them wait, sorted
 * @param syncId where to look first: there the agent is missing, or the cycle begins
 */
public record Blocker(
    Optional<String> run,
    Set<String> agents,
    boolean deadlock,
    Set<String> blocked,
    Set<String> syncIds,
    String syncId) {

  public Blocker {
    agents = Names.sorted(agents);
    blocked = Names.sorted(blocked);
    syncIds = Names.sorted(syncIds);
  }
}
