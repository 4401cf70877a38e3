package io.agentsync.syncpoint;

import io.agentsync.model.Moment;

/** Only looks. Carrying it ends what is overdue, as carrying anything does (SP-12). */
public record Glance() implements Errand<Boolean> {

  @Override
  public Step<Boolean> next(SyncPoint point, Moment now, String freshOp) {
    return new Step.Done<>(point.open().isPresent());
  }

  @Override
  public Glance restarted() {
    return this;
  }
}
