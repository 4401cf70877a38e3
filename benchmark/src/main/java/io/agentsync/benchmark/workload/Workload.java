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

  /** Whether it is about single processes, which nobody who waits to meet may disturb. */
  default boolean isAlone() {
    return false;
  }

  /** Measures it. */
  void run(Bench bench) throws InterruptedException;
}
