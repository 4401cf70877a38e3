package io.agentsync.follow;

import io.agentsync.model.AgentSyncException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What somebody was told, if anything. */
final class Told<T> implements Ticket.Sink<T> {

  private final Consumer<T> also;
  private @Nullable T result;
  private @Nullable AgentSyncException failure;

  Told(Consumer<T> also) {
    this.also = also;
  }

  @Override
  public void done(T told) {
    expectNothing();
    result = told;
    also.accept(told);
  }

  @Override
  public void failed(AgentSyncException told) {
    expectNothing();
    failure = told;
  }

  boolean waits() {
    return result == null && failure == null;
  }

  T result() {
    if (failure != null) {
      throw failure;
    }
    if (result == null) {
      throw new AssertionError("still waits");
    }
    return result;
  }

  AgentSyncException failure() {
    if (failure == null) {
      throw new AssertionError("not failed, but told " + result);
    }
    return failure;
  }

  private void expectNothing() {
    if (!waits()) {
      throw new AssertionError("told twice");
    }
  }
}
