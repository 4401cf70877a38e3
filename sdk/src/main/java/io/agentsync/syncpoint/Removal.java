package io.agentsync.syncpoint;

import io.agentsync.model.Moment;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Closes a journal whose newest generation has ended, so that it can be taken away (J-7, W-3).
 * Comes to whether it is closed by this call; never closes one with an open generation.
 *
 * @param rotated whether the point goes on in a new journal
 * @param wanted what must be true of the newest generation
 * @param written the record that was written, once it was
 */
public record Removal(boolean rotated, Predicate<Generation> wanted, Optional<Removed> written)
    implements Errand<Boolean> {

  /** An errand that has written nothing yet. */
  public static Removal of(boolean rotated, Predicate<Generation> wanted) {
    return new Removal(rotated, wanted, Optional.empty());
  }

  @Override
  public Step<Boolean> next(SyncPoint point, Moment now, String freshOp) {
    if (point.removed().isPresent()) {
      return new Step.Done<>(point.removed().map(Removed::op).equals(written.map(Removed::op)));
    }
    return point
        .newest()
        .filter(newest -> !newest.open() && wanted.test(newest))
        .<Step<Boolean>>map(newest -> close(newest, now, freshOp))
        .orElseGet(() -> new Step.Done<>(false));
  }

  @Override
  public Removal restarted() {
    return of(rotated, wanted);
  }

  private Step<Boolean> close(Generation newest, Moment now, String op) {
    Removed record = new Removed(op, newest.number(), newest.nonce(), rotated, now);
    return new Step.Append<>(record, new Removal(rotated, wanted, Optional.of(record)));
  }
}
