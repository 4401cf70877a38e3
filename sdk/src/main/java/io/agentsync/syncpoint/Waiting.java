package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import io.agentsync.model.SyncResult;
import java.util.List;

/** Waits for the end of the generation in which the claim counts. */
record Waiting(Call call, Arrive arrival, String nonce, List<Generation> missed)
    implements Attendance {

  @Override
  public Step<SyncResult> next(SyncPoint point, Moment now, String freshOp) {
    Generation generation = point.generation(arrival.generation()).orElseThrow();
    return generation.open()
        ? new Step.Wait<>(this)
        : new Step.Done<>(Answers.told(call, generation, false, missed));
  }

  @Override
  public Attendance givenUp() {
    return new Withdrawing(call, arrival, missed);
  }

  @Override
  public Attendance restarted() {
    return new Returning(call, arrival.generation(), nonce, missed, new Seeking(call));
  }

  @Override
  public long waitsFor() {
    return arrival.generation();
  }
}
