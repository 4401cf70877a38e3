package io.agentsync.benchmark.stage;

import java.io.IOException;

/** A way to meet that is ready to be measured, again and again. */
public interface Contender extends AutoCloseable {

  /**
   * Lets agents meet, round after round.
   *
   * @throws IOException if it did not work
   */
  Timing rounds(Setting setting) throws IOException, InterruptedException;

  @Override
  void close();
}
