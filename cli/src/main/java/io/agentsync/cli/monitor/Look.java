package io.agentsync.cli.monitor;

import io.agentsync.model.Problem;
import io.agentsync.model.StoreSurvey;
import io.agentsync.model.SyncDiagnosis;
import java.time.Instant;
import java.util.Optional;

/** What one look at the store came to. */
public sealed interface Look {

  /** When it was. */
  Instant at();

  /**
   * The store could be read.
   *
   * @param at when
   * @param survey what is in it
   * @param diagnosis of the sync point that somebody wants to know more about
   */
  record Seen(Instant at, StoreSurvey survey, Optional<SyncDiagnosis> diagnosis) implements Look {}

  /**
   * The store could not be read at all; nothing is known about what is in it.
   *
   * @param at when
   * @param problem what kept it from being read
   */
  record Failed(Instant at, Problem problem) implements Look {}
}
