package io.agentsync.syncpoint;

import io.agentsync.model.SyncResult;

/** The errand of one call that takes part in a meeting: arrive, wait, be told (SP-1 to SP-6). */
public interface Attendance extends WaitingErrand<SyncResult> {

  /** What the call is. */
  Call call();

  /** The errand of taking it back: withdraw, unless the end was faster (SP-6). */
  @Override
  Attendance givenUp();

  @Override
  default Attendance restarted() {
    return new Seeking(call());
  }
}
