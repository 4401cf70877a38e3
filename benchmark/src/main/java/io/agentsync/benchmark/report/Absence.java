package io.agentsync.benchmark.report;

/**
 * Something that could not be measured.
 *
 * @param workload in which workload
 * @param size at which size
 * @param who whose number is missing
 * @param reason why
 */
public record Absence(String workload, int size, Contestant who, String reason) {

  @Override
  public String toString() {
    return who.title() + ", " + workload + ", " + Numbers.plain(size) + ": " + reason;
  }
}
