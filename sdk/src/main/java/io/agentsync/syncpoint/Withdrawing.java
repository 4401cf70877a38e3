package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import io.agentsync.model.SyncResult;
import java.util.List;

/** Takes a claim back; if the end came first, the outcome stands (SP-6). */
record Withdrawing(Call call, Arrive arrival, List<Generation> missed) implements Attendance {

  @Override
  public Step<SyncResult> next(SyncPoint point, Moment now, String freshOp) {
    long number = arrival.generation();
    return switch (point.fate(arrival.op(), number)) {
      case COUNTED -> {
        Generation generation = point.generation(number).orElseThrow();
        yield generation.open()
            ? new Step.Append<>(withdrawal(freshOp, generation.nonce(), now), this)
            : new Step.Done<>(Answers.told(call, generation, false, missed));
      }
      case UNSEEN ->
          new Step.Append<>(
              withdrawal(
                  freshOp,
                  point.generation(number).map(Generation::nonce).orElse(arrival.op()),
                  now),
              this);
      case WITHDRAWN, VOID, MISMATCHED ->
          new Step.Done<>(Answers.withdrawn(call, number, point.generation(number)));
    };
  }

  @Override
  public Attendance givenUp() {
    return this;
  }

  @Override
  public Attendance restarted() {
    return new GivenUp(call);
  }

  @Override
  public long waitsFor() {
    return 0;
  }

  private Withdraw withdrawal(String op, String nonce, Moment now) {
    return new Withdraw(op, arrival.generation(), nonce, arrival.op(), call.agent(), now);
  }
}
