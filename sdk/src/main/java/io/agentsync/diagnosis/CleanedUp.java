package io.agentsync.diagnosis;

import io.agentsync.model.Finding;
import io.agentsync.model.Severity;
import io.agentsync.model.SyncStatus;
import java.util.Set;

/** Tells that a sync point is gone, and that what is said of it is history. */
final class CleanedUp {

  static final String CODE = "cleaned-up";

  private CleanedUp() {}

  static Finding finding(SyncStatus last) {
    return new Finding(
        CODE,
        Severity.INFO,
        "has been cleaned up",
        "this is generation %d, the last one that the history knows".formatted(last.generation()),
        "nothing to do; the next call begins generation %d".formatted(last.generation() + 1),
        Set.of());
  }
}
