package io.agentsync.benchmark.workload;

import io.agentsync.benchmark.report.Absence;
import io.agentsync.benchmark.report.Contestant;
import io.agentsync.benchmark.report.Results;
import io.agentsync.benchmark.stage.Contenders;
import io.agentsync.benchmark.stage.Java;
import io.agentsync.benchmark.stage.Workspace;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * What a workload has to do its work with.
 *
 * @param sources the directory of sources that are not Java's
 * @param log what is going on, for who waits
 */
public record Bench(
    Java java,
    Path sources,
    Contenders contenders,
    Workspace workspace,
    Effort effort,
    Results results,
    PrintStream log) {

  /** Tells who waits. */
  void say(String format, Object... values) {
    log.printf(Locale.ROOT, "  " + format + "%n", values);
  }

  /** Notes down that something could not be measured, and tells who waits. */
  void fail(String workload, int size, Contestant who, IOException reason) {
    Absence absence = new Absence(workload, size, who, reason.toString());
    results.add(absence);
    log.println("  " + absence);
  }

  /** How long it has to work before it is measured; less if it has been at work, or is no JVM. */
  Duration warmUp(Contestant who) {
    return who.isJvm() && !contenders.wasWarm(who) ? effort.warmUp() : effort.again();
  }

  /** The same with another effort. */
  Bench with(Effort other) {
    return new Bench(java, sources, contenders, workspace, other, results, log);
  }
}
