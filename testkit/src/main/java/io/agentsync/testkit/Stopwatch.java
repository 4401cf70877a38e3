package io.agentsync.testkit;

import java.time.Duration;

/** How long something takes, where the machine may have other things to do. */
final class Stopwatch {

  private Stopwatch() {}

  static Duration bestOfThree(Runnable work) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      work.run();
      best = Math.min(best, System.nanoTime() - start);
    }
    return Duration.ofNanos(best);
  }
}
