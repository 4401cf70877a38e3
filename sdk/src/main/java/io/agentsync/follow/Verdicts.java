package io.agentsync.follow;

import io.agentsync.model.Moment;
import io.agentsync.syncpoint.Deadline;
import io.agentsync.syncpoint.DeadlineWatch;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.SyncRecord;
import io.agentsync.syncpoint.Timeout;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The records that end a generation without its completion: it is overdue, or waits for somebody
 * who is gone, or in vain (SP-12, SP-13, SP-15).
 *
 * <p>One thread at a time may use it.
 */
final class Verdicts {

  private final DeadlineWatch deadlines = new DeadlineWatch();
  private final LossWatch losses;
  private final VainWatch vain;
  private final OpIds ops;

  Verdicts(LossWatch losses, VainWatch vain, OpIds ops) {
    this.losses = losses;
    this.vain = vain;
    this.ops = ops;
  }

  DeadlineWatch deadlines() {
    return deadlines;
  }

  boolean isOverdue(Generation open, Moment now) {
    return deadlines.judge(open, now).isPresent();
  }

  /**
   * Of one that is overdue, or was opened before the machine was booted.
   *
   * @param spared whether somebody comes before the deadline that has passed
   */
  Optional<? extends SyncRecord> overdue(Generation open, BooleanSupplier spared, Moment now) {
    Optional<Deadline> passed = deadlines.judge(open, now).filter(late -> !spared.getAsBoolean());
    return passed.isPresent()
        ? Optional.of(Timeout.of(open, passed.get(), ops.next(), now))
        : losses.ofEarlierBoot(open, ops, now);
  }

  /** Of one that waits for somebody who is gone. */
  Optional<? extends SyncRecord> lost(Generation open, Waiters waiting, Moment now) {
    if (!losses.due(open, now)) {
      return Optional.empty();
    }
    Duration grace = waiting.shortestGrace(open.number());
    return grace == null ? Optional.empty() : losses.lost(open, grace, ops, now);
  }

  /** Of one that waits in vain. */
  Optional<? extends SyncRecord> vain(Generation open, Waiters waiting, Moment now) {
    return waiting.failFast(open.number()) ? vain.vain(open, ops, now) : Optional.empty();
  }
}
