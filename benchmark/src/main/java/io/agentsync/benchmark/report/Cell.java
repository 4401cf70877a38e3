package io.agentsync.benchmark.report;

/**
 * What one number is about.
 *
 * @param workload which workload, with what does not vary in it
 * @param who whose number
 * @param size how many agents, points or what else the workload grows by
 * @param metric what was measured, with its unit
 */
public record Cell(String workload, Contestant who, int size, String metric) {

  /** The same of somebody else. */
  Cell of(Contestant other) {
    return new Cell(workload, other, size, metric);
  }

  /** The same of another size. */
  Cell at(int other) {
    return new Cell(workload, who, other, metric);
  }
}
