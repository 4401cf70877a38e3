package io.agentsync.benchmark.workload;

import io.agentsync.benchmark.report.Cell;
import io.agentsync.benchmark.report.Contestant;
import io.agentsync.benchmark.report.Results;
import io.agentsync.benchmark.stage.Setting;
import io.agentsync.benchmark.stage.Timing;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A cyclic barrier: agents meet, round after round, as fast as they can. */
public final class Rounds implements Workload {

  public static final String PER_SECOND = "rounds/s";
  public static final String P50 = "p50 µs";
  public static final String P99 = "p99 µs";
  public static final String CPU = "CPU µs/round";

  @Override
  public String name() {
    return "rounds";
  }

  @Override
  public String purpose() {
    return "a cyclic barrier: rounds per second, time and processor time of a round";
  }

  @Override
  public void run(Bench bench) throws InterruptedException {
    for (RoundsPlan.Entry entry : RoundsPlan.of(bench.effort())) {
      measure(bench, entry);
    }
  }

  private static void measure(Bench bench, RoundsPlan.Entry entry) throws InterruptedException {
    Effort effort = bench.effort();
    Set<Contestant> out = new HashSet<>();
    for (int repetition = 0; repetition <= effort.repetitions(); repetition++) {
      boolean warmUp = repetition == 0;
      for (Contestant who : entry.who()) {
        if (out.contains(who)) {
          continue;
        }
        Setting setting =
            new Setting(
                entry.agents(),
                entry.processes(),
                warmUp ? warmUp(bench, who) : effort.lead(),
                warmUp ? Duration.ofMillis(1) : effort.span());
        try {
          Timing timing = bench.contenders().get(who).rounds(setting);
          if (!warmUp) {
            record(bench, entry, who, timing);
          }
        } catch (IOException e) {
          out.add(who);
          bench.contenders().drop(who);
          String reason = String.valueOf(e.getMessage());
          bench.results().absent(who, reason);
          bench.log().println("  " + who.title() + ": " + reason);
        }
      }
    }
  }

  private static Duration warmUp(Bench bench, Contestant who) {
    boolean shorter = bench.effort().quick() && bench.contenders().isWarm(who);
    return shorter ? bench.effort().span() : bench.effort().warmUp();
  }

  private static void record(Bench bench, RoundsPlan.Entry entry, Contestant who, Timing timing) {
    String workload = workload(entry.processes());
    int agents = entry.agents();
    Results results = bench.results();
    results.add(new Cell(workload, who, agents, PER_SECOND), timing.perSecond());
    results.add(new Cell(workload, who, agents, P50), timing.p50());
    results.add(new Cell(workload, who, agents, P99), timing.p99());
    results.add(new Cell(workload, who, agents, CPU), timing.cpuPerRound());
    bench
        .log()
        .printf(
            Locale.ROOT,
            "  %3d agents, %d processes, %-46s %,9.0f rounds/s  p50 %,8.0f µs  p99 %,8.0f µs"
                + "  CPU %,8.0f µs/round %s%n",
            agents,
            entry.processes(),
            who.title(),
            timing.perSecond(),
            timing.p50(),
            timing.p99(),
            timing.cpuPerRound(),
            parts(timing));
  }

  private static String parts(Timing timing) {
    return timing.cpu().entrySet().stream()
        .map(part -> String.format(Locale.ROOT, "%s %.0f", part.getKey(), part.getValue()))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** The name of the workload in the results. */
  public static String workload(int processes) {
    return "rounds, " + processes + (processes == 1 ? " JVM" : " JVMs");
  }
}
