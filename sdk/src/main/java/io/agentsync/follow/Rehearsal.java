package io.agentsync.follow;

import io.agentsync.journal.JournalName;
import io.agentsync.journal.JournalStore;
import io.agentsync.model.Moment;
import io.agentsync.model.RepairReport;
import io.agentsync.model.SyncStatus;
import io.agentsync.model.UnknownSyncPointException;
import io.agentsync.syncpoint.DeadlineWatch;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.Repair;
import io.agentsync.syncpoint.Reports;
import io.agentsync.syncpoint.Step;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import io.agentsync.syncpoint.Timeout;
import java.util.Optional;

/**
 * Finds out what a repair would do: takes its steps, as a {@link Carrier} does, with a fold that
 * nobody else sees. Nothing is written.
 */
public final class Rehearsal {

  private static final String OP = "rehearsal";

  private final PointReader reader;
  private final EarlierBoots earlier;

  /** Rehearsals in one store. */
  public Rehearsal(JournalStore store) {
    this.reader = new PointReader(store);
    this.earlier = new EarlierBoots(store);
  }

  /**
   * What a repair would do now.
   *
   * @throws UnknownSyncPointException if there is no such sync point
   */
  public RepairReport of(Repair repair, JournalName name, Moment now) {
    SyncPoint point = reader.read(name).map(PointReader.Reading::point).orElseGet(SyncPoint::new);
    Optional<SyncStatus> found = Reports.status(repair.syncId(), point, now);
    point.open().flatMap(open -> end(open, repair, now)).ifPresent(point::accept);
    Step<RepairReport> step = repair.next(point, now, OP);
    if (step instanceof Step.Append<RepairReport> append) {
      point.accept(append.record());
      step = append.then().next(point, now, OP);
    }
    if (step instanceof Step.Done<RepairReport> done) {
      return found.map(done.result()::foundAs).orElse(done.result());
    }
    throw new IllegalStateException("a repair that is neither done nor refused: " + step);
  }

  /** What ends the generation before anything can be done to it (SP-12, SP-14). */
  private Optional<SyncRecord> end(Generation open, Repair repair, Moment now) {
    Optional<SyncRecord> overdue =
        repair.sparesOverdue()
            ? Optional.empty()
            : new DeadlineWatch()
                .judge(open, now)
                .map(passed -> Timeout.of(open, passed, OP + "-timeout", now));
    return overdue.or(() -> earlier.end(open, OP + "-abort", now));
  }
}
