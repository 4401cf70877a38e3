package io.agentsync.benchmark.crew;

/** Hears of each round, on the thread of the agent whose it was. */
interface RoundListener {

  /** The agent has left this round, and not yet arrived in the next. */
  void left(long round) throws Exception;
}
