package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import io.agentsync.model.SpecConflictException;
import io.agentsync.model.SyncStatus;
import java.util.Optional;

/**
 * Declares a sync point: opens its next generation, unless one with the same spec is open.
 *
 * @param syncId the sync point, for messages
 * @param store where it is, for messages
 * @param spec what it shall need
 * @param timeoutGiven whether its timeout was asked for; a default does not conflict
 * @param written the record that was written, once it was
 */
public record Declaration(
    String syncId, String store, Spec spec, boolean timeoutGiven, Optional<Declare> written)
    implements Errand<SyncStatus> {

  @Override
  public Step<SyncStatus> next(SyncPoint point, Moment now, String freshOp) {
    Optional<Generation> mine =
        written.flatMap(record -> point.known(record.generation(), record.op()));
    if (mine.isPresent()) {
      return new Step.Done<>(Reports.status(syncId, mine.get(), now));
    }
    Optional<Generation> open = point.open();
    if (open.isPresent()) {
      if (!sameAs(open.get().spec())) {
        throw new SpecConflictException(syncId, store, words(open.get().spec()), words(spec));
      }
      return new Step.Done<>(Reports.status(syncId, open.get(), now));
    }
    Declare record = new Declare(freshOp, point.nextNumber(), spec, now);
    return new Step.Append<>(
        record, new Declaration(syncId, store, spec, timeoutGiven, Optional.of(record)));
  }

  @Override
  public Declaration restarted() {
    return new Declaration(syncId, store, spec, timeoutGiven, Optional.empty());
  }

  private boolean sameAs(Spec open) {
    return open.required().equals(spec.required())
        && open.rule().equals(spec.rule())
        && (!timeoutGiven || open.timeout().equals(spec.timeout()));
  }

  private static String words(Spec spec) {
    return spec.words() + " and a timeout of " + spec.timeout().toMillis() + " ms";
  }
}
