package io.agentsync.benchmark.workload;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param quick only what the marks need
 * @param repetitions how often each thing is measured, alternating
 * @param warmUp for how long a process does its work before it is first measured
 * @param again for how long one that has been at work does so before something else is measured
 * @param patience for how long it is waited for compilers to be quiet, once something is warmed up
 * @param lead for how long it does so before each further time
 * @param span for how long it is measured each time
 */
public record Effort(
    boolean quick,
    int repetitions,
    Duration warmUp,
    Duration again,
    Duration patience,
    Duration lead,
    Duration span) {

  private static final int CURVE = 3;
  private static final int RARE = 3;
  private static final Duration CURVE_PATIENCE = Duration.ofSeconds(5);

  /** What the marks need, in about five minutes. */
  public static final Effort QUICK =
      new Effort(
          true,
          3,
          Duration.ofSeconds(5),
          Duration.ofMillis(700),
          Duration.ZERO,
          Duration.ofMillis(100),
          Duration.ofMillis(700));

  /** Everything, in less than an hour. Four young JVMs on two processors compile for long. */
  public static final Effort FULL =
      new Effort(
          false,
          5,
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          Duration.ofMillis(500),
          Duration.ofMillis(1500));

  /** Each thing once and for a moment: whether it works, not how fast. */
  public Effort trial() {
    Duration moment = Duration.ofMillis(300);
    return new Effort(quick, 1, moment, moment, Duration.ZERO, Duration.ofMillis(100), moment);
  }

  /** This effort with another number of repetitions. */
  public Effort withRepetitions(int number) {
    return new Effort(quick, number, warmUp, again, patience, lead, span);
  }

  /** This effort with another first warm-up. */
  public Effort withWarmUp(Duration first) {
    return new Effort(quick, repetitions, first, again, patience, lead, span);
  }

  /** For what no mark is about: fewer repetitions, and less patience. */
  Effort forCurve() {
    Duration less = patience.compareTo(CURVE_PATIENCE) < 0 ? patience : CURVE_PATIENCE;
    return new Effort(quick, Math.min(CURVE, repetitions), warmUp, again, less, lead, span);
  }

  /** For what happens so rarely in a second that its code is compiled late. */
  Effort forRare() {
    return new Effort(quick, repetitions, warmUp, again, patience.multipliedBy(RARE), lead, span);
  }

  /** How long a measurement is that only has to wait: so many seconds, or a moment in a trial. */
  Duration seconds(int seconds) {
    Duration wanted = Duration.ofSeconds(seconds);
    return isTrial() ? span : wanted;
  }

  private boolean isTrial() {
    return warmUp.compareTo(span) <= 0;
  }
}
