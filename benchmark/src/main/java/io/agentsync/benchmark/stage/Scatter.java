package io.agentsync.benchmark.stage;

import java.time.Duration;

/**
 * How agents meet that do not arrive at once.
 *
 * @param agents how many agents
 * @param processes in how many processes, among which they are shared out
 * @param rounds how often they meet
 * @param spread each pauses before each round, up to so long
 */
public record Scatter(int agents, int processes, int rounds, Duration spread) {

  /** How many rounds at the beginning do not count: a tenth. */
  int lead() {
    return rounds / 10;
  }
}
