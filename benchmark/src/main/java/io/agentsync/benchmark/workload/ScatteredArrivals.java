package io.agentsync.benchmark.workload;

import static io.agentsync.benchmark.report.Contestant.AGENT_SYNC;
import static io.agentsync.benchmark.report.Contestant.AGENT_SYNC_DISK;
import static io.agentsync.benchmark.report.Contestant.AGENT_SYNC_POWER;
import static io.agentsync.benchmark.report.Contestant.CURATOR;
import static io.agentsync.benchmark.report.Contestant.CURATOR_FORCED;
import static io.agentsync.benchmark.report.Contestant.C_BARRIER;
import static io.agentsync.benchmark.report.Contestant.JEDIS_LIST;
import static io.agentsync.benchmark.report.Contestant.JEDIS_PUBSUB;
import static io.agentsync.benchmark.report.Contestant.POLLING;
import static io.agentsync.benchmark.report.Contestant.POLLING_FILE;
import static io.agentsync.benchmark.report.Contestant.REDISSON;

import io.agentsync.benchmark.report.Cell;
import io.agentsync.benchmark.report.Contestant;
import io.agentsync.benchmark.report.Metrics;
import io.agentsync.benchmark.report.Workloads;
import io.agentsync.benchmark.stage.Releases;
import io.agentsync.benchmark.stage.Scatter;
import io.agentsync.benchmark.stage.Setting;
import java.time.Duration;
import java.util.List;

/** What real agents do: they do not arrive at once. From the last arrival until all go on. */
public final class ScatteredArrivals implements Workload {

  private static final Duration SPREAD = Duration.ofMillis(10);
  private static final int ROUNDS = 150;

  /** Enough for the median of a release; for 99 % of a wake-up it is not. */
  private static final int QUICK_ROUNDS = 80;

  /** Whoever polls takes some 100 ms for each. */
  private static final int POLLED_ROUNDS = 12;

  private static final Scatter WAKE_UP = new Scatter(2, 2, ROUNDS, SPREAD);
  private static final List<Contestant> MARKED =
      List.of(AGENT_SYNC, JEDIS_LIST, JEDIS_PUBSUB, CURATOR, POLLING);
  private static final List<Contestant> OTHERS =
      List.of(AGENT_SYNC_DISK, REDISSON, C_BARRIER, AGENT_SYNC_POWER, CURATOR_FORCED, POLLING_FILE);

  @Override
  public String name() {
    return "scattered";
  }

  @Override
  public String purpose() {
    return "arrivals spread over 0-10 ms: from the last arrival until all go on; wake-up of another process";
  }

  @Override
  public void run(Bench bench) throws InterruptedException {
    Effort effort = bench.effort();
    measure(bench, MARKED, Workloads.RELEASE, new Scatter(8, 4, releases(effort), SPREAD));
    measure(bench, List.of(AGENT_SYNC), Workloads.WAKE_UP, WAKE_UP);
    if (!effort.quick()) {
      Bench curves = bench.with(effort.forCurve());
      measure(curves, OTHERS, Workloads.RELEASE, new Scatter(8, 4, ROUNDS, SPREAD));
      for (int agents : new int[] {4, 32}) {
        measure(curves, MARKED, Workloads.RELEASE, new Scatter(agents, 4, ROUNDS, SPREAD));
      }
      List<Contestant> beside = List.of(JEDIS_LIST, JEDIS_PUBSUB, C_BARRIER);
      measure(curves, beside, Workloads.WAKE_UP, WAKE_UP);
    }
  }

  private static int releases(Effort effort) {
    return effort.quick() ? QUICK_ROUNDS : ROUNDS;
  }

  private static void measure(
      Bench bench, List<Contestant> contestants, String workload, Scatter scatter)
      throws InterruptedException {
    int agents = scatter.agents();
    int processes = scatter.processes();
    Setting shape = new Setting(agents, processes, bench.effort().lead(), bench.effort().span(), 0);
    Alternation.run(
        bench,
        workload,
        agents,
        contestants,
        (who, contender) -> {
          if (!polls(who)) {
            WarmUp.rounds(bench, who, contender, shape);
          }
        },
        (who, contender) -> {
          int rounds = polls(who) ? POLLED_ROUNDS : scatter.rounds();
          Scatter each = new Scatter(agents, processes, rounds, scatter.spread());
          record(bench, workload, who, agents, contender.scattered(each));
        });
  }

  private static boolean polls(Contestant who) {
    return who == POLLING || who == POLLING_FILE;
  }

  private static void record(
      Bench bench, String workload, Contestant who, int agents, Releases releases) {
    boolean wakeUp = workload.equals(Workloads.WAKE_UP);
    double p50 = wakeUp ? releases.othersP50() : releases.allP50();
    double p99 = wakeUp ? releases.othersP99() : releases.allP99();
    bench.results().add(new Cell(workload, who, agents, Metrics.P50), p50);
    bench.results().add(new Cell(workload, who, agents, Metrics.P99), p99);
    bench.say(
        "%-40s %3d agents  %-52s p50 %,9.0f µs  p99 %,9.0f µs",
        workload, agents, who.title(), p50, p99);
  }
}
