package io.agentsync.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The newest generation of a sync point at the moment it was read.
 *
 * @param syncId the sync point
 * @param run the run that it is in; empty if it is in none
 * @param state where it stands
 * @param generation its number, 1 for the first
 * @param required the agents that have to come, sorted
 * @param arrived the agents that are there (at the end: were there), sorted
 * @param missing the required agents that are not, sorted
 * @param excused the required agents that were excused, sorted
 * @param startedAt when the first agent arrived; empty while nobody is there
 * @param endedAt when it ended; empty while it is open
 * @param deadline when it times out; empty while no deadline runs
 * @param outcome how it ended; empty while it is open
 * @param timeout how long it may take from the first arrival
 * @param waited how long it has taken so far, or took
 * @param reason why it ended that way, where there is more to say than the outcome does
 * @param actor who ended it, where somebody did on purpose
 */
public record SyncStatus(
    String syncId,
    Optional<String> run,
    SyncState state,
    long generation,
    Set<String> required,
    Set<String> arrived,
    Set<String> missing,
    Set<String> excused,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<Instant> deadline,
    Optional<SyncOutcome> outcome,
    Duration timeout,
    Duration waited,
    Optional<String> reason,
    Optional<String> actor) {

  /** The same, in a run, or in none. */
  public SyncStatus inRun(Optional<String> which) {
    return new SyncStatus(
        syncId,
        which,
        state,
        generation,
        required,
        arrived,
        missing,
        excused,
        startedAt,
        endedAt,
        deadline,
        outcome,
        timeout,
        waited,
        reason,
        actor);
  }

  /** Whether it can still be joined: {@code READY} or {@code SYNCING}. */
  public boolean open() {
    return outcome.isEmpty();
  }
}
