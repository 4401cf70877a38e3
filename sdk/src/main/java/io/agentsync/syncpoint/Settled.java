package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import io.agentsync.model.SyncResult;

/** A call whose result is known, and which only left word of it in the journal. */
record Settled(Call call, SyncResult result) implements Attendance {

  @Override
  public Step<SyncResult> next(SyncPoint point, Moment now, String freshOp) {
    return new Step.Done<>(result);
  }

  @Override
  public Attendance givenUp() {
    return this;
  }

  @Override
  public Attendance restarted() {
    return this;
  }

  @Override
  public long waitsFor() {
    return 0;
  }
}
