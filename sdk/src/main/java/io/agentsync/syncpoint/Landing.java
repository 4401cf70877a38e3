package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import io.agentsync.model.SyncResult;
import java.util.List;

/** Looks what became of the arrival just written, in its place (J-3, J-6). */
record Landing(Call call, Arrive arrival, List<Generation> missed) implements Attendance {

  @Override
  public Step<SyncResult> next(SyncPoint point, Moment now, String freshOp) {
    return switch (point.fate(arrival.op(), arrival.generation())) {
      case COUNTED ->
          new Waiting(call, arrival, generation(point).nonce(), missed).next(point, now, freshOp);
      case MISMATCHED -> new Step.Done<>(turnedAway(point));
      case UNSEEN -> new Step.Append<>(arrival, this);
      case VOID, WITHDRAWN -> new Seeking(call).next(point, now, freshOp);
    };
  }

  @Override
  public Attendance givenUp() {
    return new Withdrawing(call, arrival, missed);
  }

  @Override
  public long waitsFor() {
    return 0;
  }

  private SyncResult turnedAway(SyncPoint point) {
    Generation generation = generation(point);
    return Answers.mismatched(call, generation.number(), generation.spec());
  }

  private Generation generation(SyncPoint point) {
    return point.generation(arrival.generation()).orElseThrow();
  }
}
