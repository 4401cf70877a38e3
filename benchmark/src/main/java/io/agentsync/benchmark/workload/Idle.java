package io.agentsync.benchmark.workload;

import static io.agentsync.benchmark.report.Contestant.AGENT_SYNC;

import io.agentsync.benchmark.crew.Order;
import io.agentsync.benchmark.crew.ThreadTimes;
import io.agentsync.benchmark.peer.PeerKind;
import io.agentsync.benchmark.report.Cell;
import io.agentsync.benchmark.report.Metrics;
import io.agentsync.benchmark.report.Workloads;
import io.agentsync.benchmark.stage.Crew;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Processes in each of which an agent waits: what that costs. */
public final class Idle implements Workload {

  private static final int WARM_UP_SECONDS = 5;
  private static final int QUICK_SECONDS = 2;
  private static final int FULL_SECONDS = 10;
  private static final double PERCENT = 100;

  @Override
  public String name() {
    return "idle";
  }

  @Override
  public String purpose() {
    return "processor time of processes that wait, each, in percent of a core";
  }

  @Override
  public boolean isAlone(Effort effort) {
    return true;
  }

  @Override
  public void run(Bench bench) throws InterruptedException {
    for (int processes : bench.effort().quick() ? new int[] {1} : new int[] {1, 10, 50}) {
      try {
        measure(bench, processes);
      } catch (IOException e) {
        bench.fail(Workloads.IDLE, processes, AGENT_SYNC, e);
      }
    }
  }

  private static void measure(Bench bench, int processes) throws IOException, InterruptedException {
    Effort effort = bench.effort().forCurve();
    Path store = Files.createTempDirectory(bench.workspace().memory(), "idle-");
    try (Crew crew =
        new Crew(bench.java(), PeerKind.AGENT_SYNC_PROCESS, store.toString(), processes)) {
      Order order = Order.to("wait").with("meeting", "idle").with("agents", processes + 1);
      crew.carryOut(processes, member -> order.with("first", member));
      // What a process compiles after its start is not what waiting costs.
      TimeUnit.NANOSECONDS.sleep(effort.seconds(WARM_UP_SECONDS).toNanos());
      Duration span = effort.seconds(effort.quick() ? QUICK_SECONDS : FULL_SECONDS);
      for (int repetition = 0; repetition < effort.repetitions(); repetition++) {
        ThreadTimes before = times(crew);
        TimeUnit.NANOSECONDS.sleep(span.toNanos());
        double share = PERCENT * times(crew).allSince(before) / span.toNanos() / processes;
        bench
            .results()
            .add(new Cell(Workloads.IDLE, AGENT_SYNC, processes, Metrics.PERCENT_OF_CORE), share);
        bench.say("%3d processes that wait: %.2f %% of a core each", processes, share);
      }
    }
  }

  private static ThreadTimes times(Crew crew) throws IOException {
    return ThreadTimes.of(crew.pids().stream().map(String::valueOf).toList());
  }
}
