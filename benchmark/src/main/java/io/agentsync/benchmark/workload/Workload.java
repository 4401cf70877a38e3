package io.agentsync.benchmark.workload;

/** Something that is measured. */
public interface Workload {

  /** How it is chosen on the command line. */
  String name();

  /** What is measured, in one line. */
  String purpose();

  /** Whether it is measured when no workload was chosen. */
  default boolean isFor(Effort effort) {
    return true;
  }

  /** Whether it is measured without the processes that were at work before it. */
  default boolean isAlone(Effort effort) {
    return false;
  }

  /** Measures it. */
  void run(Bench bench) throws InterruptedException;
}
