package io.agentsync.benchmark.stage;

/**
 * How very many agents meet once, with few threads.
 *
 * @param meetings how many meetings, all at once
 * @param agents how many agents at each
 */
public record Bulk(int meetings, int agents) {

  /** How many threads of a process take part for its agents. */
  static final int THREADS = 4;
}
