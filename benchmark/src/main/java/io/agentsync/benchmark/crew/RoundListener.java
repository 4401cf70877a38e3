package io.agentsync.benchmark.crew;

/** Hears of each round, on the thread of the agent whose it was. */
interface RoundListener {

  /**
   * The agent has left this round, and not yet arrived in the next.
   *
   * @param now when it left, by {@link System#nanoTime}, before any listener heard of it
   */
  void left(long round, long now) throws Exception;
}
