package io.agentsync.diagnosis;

import io.agentsync.deadlock.Outlook;
import io.agentsync.model.Participant;
import io.agentsync.model.Problem;
import io.agentsync.model.SyncStatus;
import io.agentsync.syncpoint.Mismatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the rules look at.
 *
 * @param status the newest generation
 * @param untilDeadline how long it has left, negative if it is overdue; empty if no deadline runs
 * @param arrivals when each agent that is there came
 * @param mismatches who was turned away from it
 * @param repairs what operators have done to it
 * @param problems records that could not be read
 * @param roll what the registry knows of agents
 * @param outlook what follows from who waits at other sync points; empty if nothing does
 * @param now the present, which silence is relative to
 */
public record Facts(
    SyncStatus status,
    Optional<Duration> untilDeadline,
    Map<String, Instant> arrivals,
    List<Mismatch> mismatches,
    Repairs repairs,
    List<Problem> problems,
    Roll roll,
    Optional<Outlook> outlook,
    Instant now) {

  private static final int NEAR_PERCENT = 80;

  boolean overdue() {
    return untilDeadline.filter(Duration::isNegative).isPresent();
  }

  /** Whether 80 % of the time to the deadline are used up. */
  boolean nearDeadline() {
    return untilDeadline
        .filter(left -> left.toMillis() * 100 <= status.timeout().toMillis() * (100 - NEAR_PERCENT))
        .isPresent();
  }

  /** All who have to come or have come, sorted. */
  List<Participant> participants() {
    TreeSet<String> agents = new TreeSet<>(status.required());
    agents.addAll(status.arrived());
    return agents.stream().map(this::participant).toList();
  }

  /** Those of a kind whom an open generation still waits for, sorted. */
  List<Participant> awaited(Predicate<Participant> kind) {
    return status.open()
        ? status.missing().stream().map(this::participant).filter(kind).toList()
        : List.of();
  }

  /** Whether an agent is proven dead. */
  boolean dead(String agent) {
    return DeadAgents.dead(participant(agent));
  }

  /** Whether an agent is dead, or was never registered where others are. */
  boolean willHardlyCome(String agent) {
    Participant known = participant(agent);
    return known.neverRegistered() || DeadAgents.dead(known);
  }

  private Participant participant(String agent) {
    return roll.participant(
        agent, status.arrived().contains(agent), Optional.ofNullable(arrivals.get(agent)));
  }
}
