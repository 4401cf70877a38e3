package io.agentsync.journal.directory;

import io.agentsync.model.Check;
import java.io.IOException;

/** One question about the directory of a store. */
interface PlaceCheck {

  /** Its stable name. */
  String name();

  /**
   * Looks.
   *
   * @throws IOException if that is not possible, which is a problem of its own
   */
  Check look() throws IOException;
}
