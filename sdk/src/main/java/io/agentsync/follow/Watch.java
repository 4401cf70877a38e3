package io.agentsync.follow;

import io.agentsync.model.AgentSyncException;
import io.agentsync.syncpoint.WaitingErrand;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A thread of this process that waits at a sync point without being in it.
 *
 * @param <T> what it waits for
 */
final class Watch<T> implements Withdrawable, Ticket.Sink<T> {

  private final PointLane lane;
  private final Ticket<T> ticket;
  private final CompletableFuture<T> told = new CompletableFuture<>();

  Watch(PointLane lane, WaitingErrand<T> errand) {
    this.lane = lane;
    this.ticket = new Ticket<>(errand, this);
  }

  void begin() {
    lane.bring(ticket);
  }

  /**
   * Waits; an interrupt, or the end of the patience, gives up.
   *
   * @param patience for how long; empty for as long as it takes
   * @return what it came to; with the interrupt flag set if that was faster than an interrupt
   */
  T await(Optional<Duration> patience) {
    try {
      if (patience.isEmpty()) {
        return told.get();
      }
      return told.get(patience.get().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      withdraw();
      Thread.currentThread().interrupt();
      return outcome();
    } catch (TimeoutException e) {
      withdraw();
      return outcome();
    } catch (ExecutionException e) {
      return outcome();
    }
  }

  @Override
  public void withdraw() {
    lane.giveUp(ticket);
    told.handle((result, failure) -> null).join();
  }

  @Override
  public void done(T result) {
    told.complete(result);
  }

  @Override
  public void failed(AgentSyncException failure) {
    told.completeExceptionally(failure);
  }

  private T outcome() {
    try {
      return told.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof AgentSyncException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
