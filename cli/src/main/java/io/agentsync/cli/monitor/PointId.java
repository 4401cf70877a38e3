package io.agentsync.cli.monitor;

import io.agentsync.model.SyncStatus;
import java.util.Optional;

/**
 * Which sync point: runs may use the same ids.
 *
 * @param syncId its id
 * @param run the run that it is in; empty if it is in none
 */
public record PointId(String syncId, Optional<String> run) {

  static PointId of(SyncStatus point) {
    return new PointId(point.syncId(), point.run());
  }

  /** As it is shown; no id has a blank. */
  String label() {
    return syncId + run.map(name -> " (run " + name + ")").orElse("");
  }
}
