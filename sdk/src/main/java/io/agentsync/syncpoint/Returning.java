package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import io.agentsync.model.SyncResult;
import java.util.List;
import java.util.Optional;

/**
 * Waited in a journal that was taken away: asks first how its own generation ended there, and only
 * then goes on (SP-3, SP-9).
 */
record Returning(
    Call call, long number, String nonce, List<Generation> missed, Attendance otherwise)
    implements Attendance {

  @Override
  public Step<SyncResult> next(SyncPoint point, Moment now, String freshOp) {
    boolean before = point.head().filter(head -> head.after() >= number).isPresent();
    if (before && !point.recalled()) {
      return new Step.Recall<>(this);
    }
    Optional<Generation> mine =
        point.past().stream().filter(past -> past.nonce().equals(nonce)).findFirst();
    return mine.<Step<SyncResult>>map(
            ended -> new Step.Done<>(Answers.told(call, ended, false, missed)))
        .orElseGet(() -> otherwise.next(point, now, freshOp));
  }

  @Override
  public Attendance givenUp() {
    return new Returning(call, number, nonce, missed, otherwise.givenUp());
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
