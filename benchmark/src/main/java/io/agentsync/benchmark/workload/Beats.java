package io.agentsync.benchmark.workload;

import static io.agentsync.benchmark.report.Contestant.AGENT_SYNC;

import io.agentsync.benchmark.crew.BeatsMain;
import io.agentsync.benchmark.report.Cell;
import io.agentsync.benchmark.report.Metrics;
import io.agentsync.benchmark.report.Workloads;
import io.agentsync.benchmark.stage.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Very many agents of one process that beat, and how fast they are found. */
public final class Beats implements Workload {

  private static final int WARM_UP_SECONDS = 5;
  private static final int QUICK_SECONDS = 2;

  /** Each beats once in that time. */
  private static final int FULL_SECONDS = 10;

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MILLIONTHS_PER_PERCENT = 1e4;

  @Override
  public String name() {
    return "beats";
  }

  @Override
  public String purpose() {
    return "10,000 agents that beat every 10 s: share of a core; look-up by capability";
  }

  @Override
  public boolean isAlone(Effort effort) {
    return true;
  }

  @Override
  public void run(Bench bench) throws InterruptedException {
    for (int agents :
        bench.effort().quick() ? new int[] {10_000} : new int[] {100, 1_000, 10_000}) {
      try {
        measure(bench, agents);
      } catch (IOException e) {
        bench.fail(Workloads.BEATS, agents, AGENT_SYNC, e);
      }
    }
  }

  private static void measure(Bench bench, int agents) throws IOException, InterruptedException {
    Effort effort = bench.effort().forCurve();
    int repetitions = effort.repetitions();
    Duration span = effort.seconds(effort.quick() ? QUICK_SECONDS : FULL_SECONDS);
    Path store = Files.createTempDirectory(bench.workspace().memory(), "beats-");
    Map<String, Long> facts =
        Programs.run(
            bench
                .java()
                .command(
                    BeatsMain.class.getName(),
                    List.of(),
                    List.of(
                        store.toString(),
                        Integer.toString(agents),
                        Long.toString(effort.seconds(WARM_UP_SECONDS).toMillis()),
                        Long.toString(span.toMillis()),
                        Integer.toString(repetitions))));
    for (int repetition = 0; repetition < repetitions; repetition++) {
      double share =
          facts.getOrDefault("share.millionths." + repetition, 0L) / MILLIONTHS_PER_PERCENT;
      double look = facts.getOrDefault("look.nanos." + repetition, 0L) / NANOS_PER_SECOND;
      bench
          .results()
          .add(new Cell(Workloads.BEATS, AGENT_SYNC, agents, Metrics.PERCENT_OF_CORE), share);
      bench.results().add(new Cell(Workloads.LOOK_UP, AGENT_SYNC, agents, Metrics.SECONDS), look);
      bench.say(
          "%,7d agents  %.2f %% of a core  all found by capability in %.3f s", agents, share, look);
    }
  }
}
