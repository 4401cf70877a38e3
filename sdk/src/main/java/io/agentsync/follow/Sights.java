package io.agentsync.follow;

import io.agentsync.deadlock.Sight;
import io.agentsync.journal.Space;
import java.util.Optional;

/** Shows those who wait with failFast who waits elsewhere (SP-15). */
interface Sights {

  /**
   * The newest look at the sync points of a space; whoever asks sees to it that there will be a
   * newer one. Never blocks for one.
   *
   * @return empty if there is none yet
   */
  Optional<Sight> newest(Space space);
}
