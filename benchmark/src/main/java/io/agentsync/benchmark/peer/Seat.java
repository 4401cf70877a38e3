package io.agentsync.benchmark.peer;

/** The place of one agent at a meeting; for one thread. */
public interface Seat extends AutoCloseable {

  /** Arrives, and returns when all have come. The next call is the next round. */
  void meet() throws Exception;

  @Override
  default void close() throws Exception {}
}
