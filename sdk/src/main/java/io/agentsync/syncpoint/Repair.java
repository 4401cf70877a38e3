package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import io.agentsync.model.UnknownSyncPointException;
import java.util.Optional;

/**
 * What an operator does to the generation that is open now: force or abort (SP-16). Comes to
 * whether this call ended it.
 *
 * @param syncId the sync point
 * @param store where it is, for messages
 * @param kind what to do
 * @param actor who does it
 * @param reason why
 * @param written the record that was written, once it was
 */
public record Repair(
    String syncId,
    String store,
    Kind kind,
    String actor,
    Optional<String> reason,
    Optional<Written> written)
    implements Errand<Boolean> {

  /** What an operator can do. */
  public enum Kind {
    FORCE,
    ABORT
  }

  record Written(SyncRecord record, String op, long generation) {}

  /** An errand that has written nothing yet. */
  public static Repair of(
      String syncId, String store, Kind kind, String actor, Optional<String> reason) {
    return new Repair(syncId, store, kind, actor, reason, Optional.empty());
  }

  @Override
  public Step<Boolean> next(SyncPoint point, Moment now, String freshOp) {
    if (written.isPresent()) {
      return outcome(point, written.get());
    }
    if (point.removed().isPresent()) {
      // What is open now is in the journal that comes next.
      return new Step.Wait<>(this);
    }
    if (point.newestSpec().isEmpty()) {
      throw new UnknownSyncPointException(syncId, store);
    }
    return point
        .open()
        .<Step<Boolean>>map(open -> end(open, now, freshOp))
        .orElseGet(() -> new Step.Done<>(false));
  }

  @Override
  public Repair restarted() {
    return of(syncId, store, kind, actor, reason);
  }

  private Step<Boolean> outcome(SyncPoint point, Written mine) {
    return point
        .generation(mine.generation())
        .flatMap(Generation::end)
        .<Step<Boolean>>map(end -> new Step.Done<>(end.op().equals(mine.op())))
        .orElseGet(() -> new Step.Append<>(mine.record(), this));
  }

  private Step<Boolean> end(Generation open, Moment now, String op) {
    SyncRecord record =
        kind == Kind.FORCE
            ? new Force(op, open.number(), open.nonce(), actor, reason, now)
            : new Abort(op, open.number(), open.nonce(), actor, reason, now);
    Written mine = new Written(record, op, open.number());
    return new Step.Append<>(
        record, new Repair(syncId, store, kind, actor, reason, Optional.of(mine)));
  }
}
