package io.agentsync.benchmark.peer;

/** One way for agents to meet, as one process uses it: what its agents have in common. */
public interface Peer extends AutoCloseable {

  /**
   * Takes a seat.
   *
   * @param meeting which meeting; a new name for each
   * @param agent which agent, from 0 on
   * @param agents how many agents meet, in all processes
   */
  Seat seat(String meeting, int agent, int agents) throws Exception;

  @Override
  default void close() throws Exception {}
}
