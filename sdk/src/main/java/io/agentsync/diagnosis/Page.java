package io.agentsync.diagnosis;

import io.agentsync.model.Problem;
import io.agentsync.syncpoint.SyncRecord;

/** What stands at one place of a journal. */
public sealed interface Page {

  /**
   * A record.
   *
   * @param record what it says
   */
  record Written(SyncRecord record) implements Page {}

  /**
   * Something that is no record.
   *
   * @param problem where it is, and what is wrong with it
   */
  record Damaged(Problem problem) implements Page {}
}
