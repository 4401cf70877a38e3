package io.agentsync.benchmark.workload;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param quick only what the marks need
 * @param repetitions how often each thing is measured, alternating
 * @param warmUp for how long a process does its work before it is first measured
 * @param lead for how long it does so before each further time
 * @param span for how long it is measured each time
 */
public record Effort(
    boolean quick, int repetitions, Duration warmUp, Duration lead, Duration span) {

  /** What the marks need, in under five minutes. */
  public static final Effort QUICK =
      new Effort(true, 3, Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofMillis(1000));

  /** Everything. */
  public static final Effort FULL =
      new Effort(false, 5, Duration.ofSeconds(8), Duration.ofSeconds(1), Duration.ofSeconds(3));

  /** Each thing once and for a moment: whether it works, not how fast. */
  public Effort trial() {
    return new Effort(
        quick, 1, Duration.ofMillis(500), Duration.ofMillis(100), Duration.ofMillis(300));
  }

  /** This effort with another number of repetitions. */
  public Effort withRepetitions(int number) {
    return new Effort(quick, number, warmUp, lead, span);
  }
}
