package io.agentsync.follow;

import io.agentsync.model.AgentSyncException;
import io.agentsync.model.Moment;
import io.agentsync.syncpoint.Arrive;
import io.agentsync.syncpoint.Errand;
import io.agentsync.syncpoint.Seeking;
import io.agentsync.syncpoint.Step;
import io.agentsync.syncpoint.SyncPoint;
import io.agentsync.syncpoint.SyncRecord;
import io.agentsync.syncpoint.WaitingErrand;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One errand on its way, and where its result goes. Belongs to the lane that carries it.
 *
 * @param <T> what the errand comes to
 */
final class Ticket<T> {

  /** Where a result goes; told exactly once, outside of the lane's lock. */
  interface Sink<T> {
    void done(T result);

    void failed(AgentSyncException failure);
  }

  private final Sink<T> sink;
  private final @Nullable Duration lossGrace;
  private final boolean failFast;
  private Errand<T> errand;
  private @Nullable AgentSyncException appendFailure;
  private int appends;

  Ticket(Errand<T> errand, Sink<T> sink) {
    this(errand, sink, null, false);
  }

  /**
   * A ticket of somebody who waits.
   *
   * @param lossGrace how long an agent has to be gone before it is given up; null: never
   * @param failFast whether it would rather fail than wait in vain
   */
  Ticket(Errand<T> errand, Sink<T> sink, @Nullable Duration lossGrace, boolean failFast) {
    this.errand = errand;
    this.sink = sink;
    this.lossGrace = lossGrace;
    this.failFast = failFast;
  }

  @Nullable Duration lossGrace() {
    return lossGrace;
  }

  boolean failFast() {
    return failFast;
  }

  Sink<T> sink() {
    return sink;
  }

  Errand<T> errand() {
    return errand;
  }

  /**
   * The arrival that it would write, for which nobody has to look whether something has come in the
   * last moment: in its place it counts, or is void, and then it looks (J-3). Empty if it would do
   * anything else.
   */
  Optional<SyncRecord> arrival(SyncPoint point, Moment now, String op) {
    if (!(errand instanceof Seeking)) {
      return Optional.empty();
    }
    try {
      if (errand.next(point, now, op) instanceof Step.Append<T> append
          && append.record() instanceof Arrive) {
        goOn(append.then());
        return Optional.of(append.record());
      }
    } catch (AgentSyncException refused) {
      // It is not refused before it has looked.
    }
    return Optional.empty();
  }

  void goOn(Errand<T> next) {
    errand = next;
  }

  void restart() {
    errand = errand.restarted();
  }

  /**
   * What the last attempt to append for it met with; whoever asks again for an append has failed.
   */
  @Nullable AgentSyncException appendFailure() {
    return appendFailure;
  }

  /** Counts one more append for it, and returns how many there were. */
  int countAppend() {
    return ++appends;
  }

  void appendFailed(AgentSyncException failure) {
    appendFailure = failure;
  }

  /** The generation whose end it waits for; 0 while it has steps of its own to take. */
  long waitsFor() {
    return errand instanceof WaitingErrand<T> patient ? patient.waitsFor() : 0;
  }
}
