package io.agentsync.syncpoint;

import io.agentsync.model.SyncResult;

/** The errand of one call that takes part in a meeting: arrive, wait, be told (SP-1 to SP-6). */
public interface Attendance extends Errand<SyncResult> {

  /** What the call is. */
  Call call();

  /** The errand of taking it back: withdraw, unless the end was faster (SP-6). */
  Attendance givenUp();

  /** The generation whose end is waited for; 0 while the errand has steps of its own to take. */
  long waitsFor();

  @Override
  default Attendance restarted() {
    return new Seeking(call());
  }
}
