package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import io.agentsync.model.RepairReport;
import io.agentsync.model.SyncStatus;
import io.agentsync.model.UnknownSyncPointException;
import java.util.Optional;

/**
 * What an operator does to the generation that is open now (SP-16). Comes to what became of that
 * generation, and whether this call ended or changed it.
 *
 * @param syncId the sync point
 * @param store where it is, for messages
 * @param act what to do
 * @param written what was written, once it was
 */
public record Repair(String syncId, String store, OperatorAct act, Optional<Written> written)
    implements Errand<RepairReport> {

  record Written(SyncRecord record, String op, long generation, SyncStatus before) {}

  /** An errand that has written nothing yet. */
  public static Repair of(String syncId, String store, OperatorAct act) {
    return new Repair(syncId, store, act, Optional.empty());
  }

  @Override
  public Step<RepairReport> next(SyncPoint point, Moment now, String freshOp) {
    if (written.isPresent()) {
      return outcome(point, written.get(), now);
    }
    if (point.removed().isPresent()) {
      // What is open now is in the journal that comes next.
      return new Step.Wait<>(this);
    }
    SyncStatus before =
        Reports.status(syncId, point, now)
            .orElseThrow(() -> new UnknownSyncPointException(syncId, store));
    Optional<Generation> open = point.open();
    Optional<SyncRecord> record = open.flatMap(it -> act.record(syncId, it, now, freshOp));
    return record.isEmpty()
        ? done(false, false, point.newest(), before, before)
        : write(new Written(record.get(), freshOp, open.orElseThrow().number(), before));
  }

  @Override
  public boolean sparesOverdue() {
    return act.sparesOverdue();
  }

  @Override
  public Repair restarted() {
    return of(syncId, store, act);
  }

  private Step<RepairReport> write(Written mine) {
    return new Step.Append<>(mine.record(), new Repair(syncId, store, act, Optional.of(mine)));
  }

  private Step<RepairReport> outcome(SyncPoint point, Written mine, Moment now) {
    Optional<Generation> meant = point.generation(mine.generation());
    if (meant.isEmpty()) {
      return write(mine);
    }
    Generation generation = meant.get();
    boolean ended = generation.end().filter(end -> end.op().equals(mine.op())).isPresent();
    boolean took = ended || act.took(generation, mine.op());
    // Still open and not changed: the record was damaged on its way, or means nothing any longer.
    return !took && generation.open() && act.stillMeant(generation, mine.record())
        ? write(mine)
        : done(took, ended, meant, mine.before(), Reports.status(syncId, generation, now));
  }

  private Step<RepairReport> done(
      boolean took,
      boolean ended,
      Optional<Generation> meant,
      SyncStatus before,
      SyncStatus after) {
    Optional<Integer> quorum = meant.map(Generation::spec).flatMap(Spec::quorum);
    return new Step.Done<>(new RepairReport(before, after, took, ended, act.actor(), quorum));
  }
}
