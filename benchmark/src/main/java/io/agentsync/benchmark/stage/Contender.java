package io.agentsync.benchmark.stage;

import java.io.IOException;

/** A way to meet that is ready to be measured, again and again, in the ways that it can be. */
public interface Contender extends AutoCloseable {

  /**
   * Lets agents meet, round after round.
   *
   * @throws IOException if it did not work
   */
  Timing rounds(Setting setting) throws IOException, InterruptedException;

  /**
   * Lets agents meet that do not arrive at once.
   *
   * @throws IOException if it did not work
   */
  Releases scattered(Scatter scatter) throws IOException, InterruptedException;

  /**
   * Lets very many agents meet once.
   *
   * @throws IOException if it did not work
   */
  default Gathering bulk(Bulk bulk) throws IOException, InterruptedException {
    throw new IOException("takes a thread or a process per agent");
  }

  @Override
  default void close() {}
}
