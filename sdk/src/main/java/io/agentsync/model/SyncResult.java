package io.agentsync.model;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one call was told. Everybody who is told about a generation is told the same outcome and
 * sets; {@link SyncOutcome#WITHDRAWN} and {@link SyncOutcome#MISMATCH} concern the caller alone.
 *
 * @param syncId the sync point
 * @param generation the number of the generation it is about, 1 for the first
 * @param outcome how it ended
 * @param late whether the generation had ended before this agent came
 * @param required the agents that had to come, sorted
 * @param arrived the agents that were there at the end, sorted
 * @param missing the required agents that were not, sorted
 * @param excused the required agents that were excused, sorted
 * @param payloads what the agents that arrived brought with them, by agent; JDK values only
 * @param reason why it ended that way, where there is more to say than the outcome does
 * @param actor who ended it, where somebody did on purpose
 * @param waited how long this call took
 */
public record SyncResult(
    String syncId,
    long generation,
    SyncOutcome outcome,
    boolean late,
    Set<String> required,
    Set<String> arrived,
    Set<String> missing,
    Set<String> excused,
    Map<String, Object> payloads,
    Optional<String> reason,
    Optional<String> actor,
    Duration waited) {

  public SyncResult {
    payloads = Collections.unmodifiableMap(new LinkedHashMap<>(payloads));
  }

  /** Whether the caller may go on: {@code COMPLETED} or {@code FORCED}. */
  public boolean success() {
    return outcome.success();
  }

  /** The same result, having taken {@code time}. */
  public SyncResult withWaited(Duration time) {
    return new SyncResult(
        syncId,
        generation,
        outcome,
        late,
        required,
        arrived,
        missing,
        excused,
        payloads,
        reason,
        actor,
        time);
  }
}
