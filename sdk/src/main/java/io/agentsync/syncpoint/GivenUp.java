package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import io.agentsync.model.SyncResult;

/** A call that was taken back before it had written anything. */
record GivenUp(Call call) implements Attendance {

  @Override
  public Step<SyncResult> next(SyncPoint point, Moment now, String freshOp) {
    long number = point.open().map(Generation::number).orElseGet(point::nextNumber);
    return new Step.Done<>(Answers.withdrawn(call, number, point.open()));
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
