package io.agentsync.benchmark.workload;

import static io.agentsync.benchmark.report.Contestant.AGENT_SYNC;
import static io.agentsync.benchmark.report.Contestant.PYTHON;

import io.agentsync.benchmark.crew.FillMain;
import io.agentsync.benchmark.report.Cell;
import io.agentsync.benchmark.report.Contestant;
import io.agentsync.benchmark.report.Metrics;
import io.agentsync.benchmark.report.Workloads;
import io.agentsync.benchmark.stage.PageCache;
import io.agentsync.benchmark.stage.Programs;
import io.agentsync.benchmark.stage.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code sync-diag} takes to look at stores of all sizes, beside the same in python3. */
public final class Listings implements Workload {

  /** A diagnosis that finds something exits with 1. */
  private static final List<Integer> GOOD = List.of(0, 1);

  private static final int MANY = 100_000;
  private static final String WAITING = "point-3";
  private static final String COLD = ", cold";

  @Override
  public String name() {
    return "listings";
  }

  @Override
  public String purpose() {
    return "sync-diag list, stats and diagnose over 100 to 100,000 points; list beside python3";
  }

  @Override
  public boolean isAlone(Effort effort) {
    return true;
  }

  @Override
  public void run(Bench bench) throws InterruptedException {
    boolean quick = bench.effort().quick();
    for (int points : quick ? new int[] {10_000, MANY} : new int[] {100, 10_000, MANY}) {
      try {
        measure(bench, bench.workspace().memory(), points, "");
        if (!quick) {
          measure(bench, bench.workspace().disk(), points, ", disk");
        }
      } catch (IOException e) {
        bench.fail(Workloads.LIST, points, AGENT_SYNC, e);
      }
    }
  }

  private static void measure(Bench bench, Path root, int points, String where)
      throws IOException, InterruptedException {
    Path store = Files.createTempDirectory(root, "points-");
    Programs.run(
        bench
            .java()
            .command(
                FillMain.class.getName(),
                List.of(),
                List.of(store.toString(), Integer.toString(points))));
    boolean quick = bench.effort().quick();
    // No mark holds the largest store against python.
    boolean beside = !quick || points < MANY;
    // A cold look at the largest takes minutes.
    boolean once = points == MANY && !where.isEmpty();
    int repetitions = once ? 1 : bench.effort().forCurve().repetitions();
    List<String> python =
        List.of("python3", bench.sources().resolve("python/listing.py").toString());
    if (beside) {
      // Not counted: both find their programs and the points in the page cache from now on.
      run(python, store.toString());
      diag(store, "list");
    }
    for (int repetition = 0; repetition < repetitions; repetition++) {
      record(bench, Workloads.LIST + where, AGENT_SYNC, points, diag(store, "list"));
      if (beside) {
        record(bench, Workloads.LIST + where, PYTHON, points, run(python, store.toString()));
      }
      if (!quick) {
        record(bench, Workloads.STATS + where, AGENT_SYNC, points, diag(store, "stats"));
        Run diagnosis = diag(store, "diagnose", WAITING);
        record(bench, Workloads.DIAGNOSE + where, AGENT_SYNC, points, diagnosis);
      }
      if (!where.isEmpty() && PageCache.drop()) {
        record(bench, Workloads.LIST + where + COLD, AGENT_SYNC, points, diag(store, "list"));
        PageCache.drop();
        record(bench, Workloads.LIST + where + COLD, PYTHON, points, run(python, store.toString()));
      }
    }
    bench.workspace().clear(store);
  }

  private static Run diag(Path store, String... mode) throws IOException, InterruptedException {
    return run(List.of("scripts/sync-diag", "--store", store.toString(), "--json"), mode);
  }

  private static Run run(List<String> command, String... more)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(more));
    return Run.of(all, GOOD);
  }

  private static void record(Bench bench, String workload, Contestant who, int points, Run run) {
    bench.results().add(new Cell(workload, who, points, Metrics.SECONDS), run.seconds());
    bench.results().add(new Cell(workload, who, points, Metrics.MEBIBYTES), run.mebibytes());
    bench.say(
        "%-36s %,8d  %-28s %7.3f s  %,5.0f MiB",
        workload, points, who.title(), run.seconds(), run.mebibytes());
  }
}
