package io.agentsync.benchmark.workload;

import io.agentsync.benchmark.report.Contestant;
import io.agentsync.benchmark.stage.Bulk;
import io.agentsync.benchmark.stage.Contender;
import io.agentsync.benchmark.stage.Contenders;
import io.agentsync.benchmark.stage.Setting;
import java.io.IOException;
import java.time.Duration;

/**
 * Lets a contender work before it is measured, by the same rule for all: for as long as the effort
 * says, and then on until its compilers are quiet, or the patience is over.
 */
final class WarmUp {

  /** Of all processor time, what compilers may take that are called quiet. */
  private static final double QUIET = 0.1;

  /** No order takes longer. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private WarmUp() {}

  static void rounds(Bench bench, Contestant who, Contender contender, Setting shape)
      throws IOException, InterruptedException {
    boolean young = shape.processes() > Contenders.PROCESSES;
    Duration least = young ? bench.effort().warmUp() : bench.warmUp(who);
    Setting work = shape.during(least.compareTo(LONGEST) < 0 ? least : LONGEST);
    untilQuiet(bench, who, least, () -> contender.rounds(work).compiling());
  }

  static void crowd(Bench bench, Contestant who, Contender contender, Bulk bulk)
      throws IOException, InterruptedException {
    untilQuiet(bench, who, bench.warmUp(who), () -> contender.bulk(bulk).compiling());
  }

  private static void untilQuiet(Bench bench, Contestant who, Duration least, Work work)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Duration most = who.isJvm() ? least.plus(bench.effort().patience()) : least;
    boolean quiet;
    Duration worked;
    do {
      quiet = work.compiling() < QUIET;
      worked = Duration.ofNanos(System.nanoTime() - begin);
    } while (worked.compareTo(least) < 0 || (!quiet && worked.compareTo(most) < 0));
  }

  /** Some work. */
  private interface Work {
    /** Does it; returns what part of its processor time compilers took. */
    double compiling() throws IOException, InterruptedException;
  }
}
