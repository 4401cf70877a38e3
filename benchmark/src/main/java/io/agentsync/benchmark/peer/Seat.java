package io.agentsync.benchmark.peer;

/** The place of one agent at a meeting; for one thread. */
public interface Seat extends AutoCloseable {

  /** Arrives, and returns when all have come. The next call is the next meeting. */
  void meet() throws Exception;

  /** Uses the peer once as it is meant to be used, round after round. */
  default void round() throws Exception {
    meet();
  }

  /**
   * As {@link #meet}, and hands something to everybody.
   *
   * @return how many characters this agent has been handed by all, itself included
   */
  default int exchange(String payload) throws Exception {
    throw new UnsupportedOperationException("nothing can be handed over");
  }

  @Override
  default void close() throws Exception {}
}
