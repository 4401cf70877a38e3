package io.agentsync.benchmark.workload;

import static io.agentsync.benchmark.report.Contestant.AGENT_SYNC;
import static io.agentsync.benchmark.report.Contestant.AGENT_SYNC_POWER;
import static io.agentsync.benchmark.report.Contestant.JEDIS_PUBSUB;

import io.agentsync.benchmark.report.Cell;
import io.agentsync.benchmark.report.Contestant;
import io.agentsync.benchmark.report.Metrics;
import io.agentsync.benchmark.report.Workloads;
import io.agentsync.benchmark.stage.Bulk;
import java.util.List;

/** Very many agents at one sync point, and very many sync points at once, from 4 JVMs. */
public final class Crowds implements Workload {

  private static final int AGENTS_PER_POINT = 4;
  private static final int MARKED = 1_000;

  @Override
  public String name() {
    return "crowds";
  }

  @Override
  public String purpose() {
    return "1,000 and 10,000 agents at one point; 1,000 points with 4 agents each at once";
  }

  @Override
  public void run(Bench bench) throws InterruptedException {
    boolean quick = bench.effort().quick();
    List<Contestant> who =
        quick
            ? List.of(AGENT_SYNC, JEDIS_PUBSUB)
            : List.of(AGENT_SYNC, JEDIS_PUBSUB, AGENT_SYNC_POWER);
    int[] agents = quick ? new int[] {1_000, 10_000} : new int[] {100, 1_000, 10_000};
    int[] points = quick ? new int[] {1_000} : new int[] {10, 100, 1_000};
    for (int size : agents) {
      measure(fitting(bench, size), who, Workloads.ONE_POINT, size, new Bulk(1, size));
    }
    for (int size : points) {
      Bulk bulk = new Bulk(size, AGENTS_PER_POINT);
      measure(fitting(bench, size), who, Workloads.MANY_POINTS, size, bulk);
    }
  }

  /** The small ones are there for the curves only. */
  static Bench fitting(Bench bench, int size) {
    return size < MARKED ? bench.with(bench.effort().forCurve()) : bench;
  }

  static void measure(Bench bench, List<Contestant> who, String workload, int size, Bulk bulk)
      throws InterruptedException {
    Alternation.run(
        bench,
        workload,
        size,
        who,
        (each, contender) -> WarmUp.crowd(bench, each, contender, bulk),
        (each, contender) -> {
          double seconds = contender.bulk(bulk).seconds();
          bench.results().add(new Cell(workload, each, size, Metrics.SECONDS), seconds);
          bench.say("%-50s %,7d  %-36s %8.3f s", workload, size, each.title(), seconds);
        });
  }
}
