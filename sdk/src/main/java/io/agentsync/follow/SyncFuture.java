package io.agentsync.follow;

import io.agentsync.model.AgentSyncException;
import io.agentsync.model.SyncOptions;
import io.agentsync.model.SyncOutcome;
import io.agentsync.model.SyncResult;
import io.agentsync.syncpoint.Attendance;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What a caller holds while it waits. Whoever blocks on it is woken directly; what is chained to it
 * runs on a thread kept for that, or on the thread of a caller that asks, so no callback can hold
 * up a meeting. However else it is completed, the claim behind it is withdrawn (SP-6).
 */
public final class SyncFuture extends CompletableFuture<SyncResult>
    implements Ticket.Sink<SyncResult>, Withdrawable {

  private final PointLane lane;
  private final Executor callbacks;
  private final UnaryOperator<SyncResult> telling;
  private final Consumer<SyncFuture> over;
  private final Ticket<SyncResult> ticket;
  private final CountDownLatch told = new CountDownLatch(1);
  private final AtomicInteger blocked = new AtomicInteger();
  private volatile Runnable completion = () -> {};
  private volatile boolean cancelling;

  SyncFuture(
      PointLane lane,
      Attendance attendance,
      SyncOptions options,
      Executor callbacks,
      UnaryOperator<SyncResult> telling,
      Consumer<SyncFuture> over) {
    this.over = over;
    this.lane = lane;
    this.callbacks = callbacks;
    this.telling = telling;
    this.ticket =
        new Ticket<>(attendance, this, options.lossGrace().orElse(null), options.failFast());
  }

  void begin() {
    lane.leave(ticket);
    lane.serve();
  }

  /**
   * As {@link #begin}, but leaves it to others who are about to come, for a moment.
   *
   * @return the moment, for {@link #await}
   */
  long leaveToCompany() {
    return lane.leave(ticket);
  }

  /**
   * Waits for the result; an interrupt withdraws.
   *
   * @param moment for how many nanoseconds others may take it along; then it goes by itself
   * @return the result; with the interrupt flag set if the end was faster than the interrupt
   * @throws InterruptedException if the withdrawal came in time
   * @throws AgentSyncException if the store failed
   */
  SyncResult await(long moment) throws InterruptedException {
    try {
      if (moment == 0 || !block(moment)) {
        lane.serve();
        block();
      }
      return value();
    } catch (InterruptedException e) {
      withdraw();
      SyncResult result = value();
      if (result.outcome() == SyncOutcome.WITHDRAWN) {
        throw e;
      }
      Thread.currentThread().interrupt();
      return result;
    }
  }

  @Override
  public void withdraw() {
    lane.giveUp(ticket);
    blockUninterruptibly();
  }

  @Override
  public void done(SyncResult result) {
    SyncResult outcome = telling.apply(result);
    boolean cancelled = cancelling && outcome.outcome() == SyncOutcome.WITHDRAWN;
    settle(cancelled ? () -> super.cancel(false) : () -> super.complete(outcome));
  }

  @Override
  public void failed(AgentSyncException failure) {
    settle(() -> super.completeExceptionally(failure));
  }

  /**
   * Withdraws. If the end was faster, the outcome stands and this returns false.
   *
   * @param mayInterruptIfRunning has no effect
   */
  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    if (!isDone()) {
      cancelling = true;
      withdraw();
      completion.run();
    }
    return isCancelled();
  }

  @Override
  public boolean complete(SyncResult value) {
    return withdrawnIf(super.complete(value));
  }

  @Override
  public boolean completeExceptionally(Throwable cause) {
    return withdrawnIf(super.completeExceptionally(cause));
  }

  @Override
  public boolean isDone() {
    completion.run();
    return super.isDone();
  }

  @Override
  public SyncResult getNow(SyncResult absent) {
    completion.run();
    return super.getNow(absent);
  }

  @Override
  public SyncResult get() throws InterruptedException, ExecutionException {
    block();
    return super.get();
  }

  @Override
  public SyncResult get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (!block(unit.toNanos(timeout))) {
      throw new TimeoutException();
    }
    return super.get();
  }

  @Override
  public SyncResult join() {
    blockUninterruptibly();
    return super.join();
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }

  private void settle(Runnable how) {
    over.accept(this);
    completion = how;
    told.countDown();
    // A thread that is blocked here completes the future as it leaves.
    if (blocked.get() == 0) {
      callbacks.execute(how);
    }
  }

  /** Waits for so many nanoseconds at most; returns whether it has been told. */
  private boolean block(long nanos) throws InterruptedException {
    blocked.incrementAndGet();
    try {
      return told.await(nanos, TimeUnit.NANOSECONDS);
    } finally {
      blocked.decrementAndGet();
      completion.run();
    }
  }

  @SuppressWarnings("CheckReturnValue") // Nobody waits for longer than that.
  private void block() throws InterruptedException {
    block(Long.MAX_VALUE);
  }

  private boolean withdrawnIf(boolean completedByOthers) {
    if (completedByOthers) {
      over.accept(this);
      told.countDown();
      lane.giveUp(ticket);
    }
    return completedByOthers;
  }

  private SyncResult value() {
    try {
      return join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof AgentSyncException failure) {
        throw failure;
      }
      throw e;
    }
  }

  private void blockUninterruptibly() {
    boolean interrupted = false;
    while (told.getCount() > 0) {
      try {
        block();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    completion.run();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
