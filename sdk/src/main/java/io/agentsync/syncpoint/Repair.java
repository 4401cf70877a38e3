package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import io.agentsync.model.UnknownSyncPointException;
import java.util.Optional;

/**
 * What an operator does to the generation that is open now (SP-16). Comes to whether this call
 * ended or changed it.
 *
 * @param syncId the sync point
 * @param store where it is, for messages
 * @param act what to do
 * @param written what was written, once it was
 */
public record Repair(String syncId, String store, OperatorAct act, Optional<Written> written)
    implements Errand<Boolean> {

  record Written(SyncRecord record, String op, long generation) {}

  /** An errand that has written nothing yet. */
  public static Repair of(String syncId, String store, OperatorAct act) {
    return new Repair(syncId, store, act, Optional.empty());
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
    Optional<SyncRecord> record =
        point.open().flatMap(open -> act.record(syncId, open, now, freshOp));
    return record.isEmpty()
        ? new Step.Done<>(false)
        : write(new Written(record.get(), freshOp, point.open().orElseThrow().number()));
  }

  @Override
  public Repair restarted() {
    return of(syncId, store, act);
  }

  private Step<Boolean> write(Written mine) {
    return new Step.Append<>(mine.record(), new Repair(syncId, store, act, Optional.of(mine)));
  }

  private Step<Boolean> outcome(SyncPoint point, Written mine) {
    Optional<Generation> meant = point.generation(mine.generation());
    if (meant.isEmpty()) {
      return write(mine);
    }
    Generation generation = meant.get();
    boolean ended = generation.end().filter(end -> end.op().equals(mine.op())).isPresent();
    if (ended || act.took(generation, mine.op())) {
      return new Step.Done<>(true);
    }
    // Still open and not changed: the record was damaged on its way, or means nothing any longer.
    return generation.open() ? again(generation, mine) : new Step.Done<>(false);
  }

  private Step<Boolean> again(Generation generation, Written mine) {
    return act.stillMeant(generation, mine.record()) ? write(mine) : new Step.Done<>(false);
  }
}
