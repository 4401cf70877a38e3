package io.agentsync.benchmark.workload;

import static io.agentsync.benchmark.report.Contestant.AGENT_SYNC_ZOOKEEPER;
import static io.agentsync.benchmark.report.Contestant.CURATOR;

import io.agentsync.benchmark.report.Contestant;
import io.agentsync.benchmark.report.Workloads;
import io.agentsync.benchmark.stage.Bulk;
import io.agentsync.benchmark.stage.Contenders;
import io.agentsync.benchmark.stage.Setting;
import io.agentsync.benchmark.stage.Timing;
import java.util.List;

/** Meeting by a ZooKeeper server: how fast, and what the server has to do for it. */
public final class OnZooKeeper implements Workload {

  private static final List<Contestant> OURS = List.of(AGENT_SYNC_ZOOKEEPER);
  private static final List<Contestant> BOTH = List.of(AGENT_SYNC_ZOOKEEPER, CURATOR);

  /** A process for each of so many agents. */
  private static final int ALONE = 8;

  @Override
  public String name() {
    return "zookeeper";
  }

  @Override
  public String purpose() {
    return "by a ZooKeeper server: rounds beside Curator, 1,000 agents at one point; what the server counts";
  }

  @Override
  public boolean isAlone(Effort effort) {
    return !effort.quick();
  }

  @Override
  public void run(Bench all) throws InterruptedException {
    Bench bench = all.with(all.effort().forRare());
    ServerLoad load = new ServerLoad(bench);
    rounds(bench, load, new RoundsPlan.Entry(8, Contenders.PROCESSES, true, BOTH));
    for (int agents : new int[] {10, 100, 1_000}) {
      // A round of Curator's barrier costs by the square of the agents.
      List<Contestant> who = bench.effort().quick() || agents > 10 ? OURS : BOTH;
      rounds(bench, load, new RoundsPlan.Entry(agents, Contenders.PROCESSES, false, who));
    }
    rounds(
        bench,
        load,
        new RoundsPlan.Entry(ALONE, ALONE, true, bench.effort().quick() ? OURS : BOTH));
    for (int agents : new int[] {10, 100, 1_000}) {
      Bench fitting = Crowds.fitting(bench, agents);
      Crowds.measure(fitting, OURS, Workloads.ZOOKEEPER_POINT, agents, new Bulk(1, agents));
    }
  }

  private static void rounds(Bench all, ServerLoad load, RoundsPlan.Entry entry)
      throws InterruptedException {
    Effort effort = entry.fitting(all.effort());
    Bench bench = all.with(effort);
    Setting shape = new Setting(entry.agents(), entry.processes(), effort.lead(), effort.span(), 0);
    String workload = Workloads.zooKeeper(entry.processes());
    Alternation.run(
        bench,
        workload,
        entry.agents(),
        entry.who(),
        (who, contender) -> {
          WarmUp.rounds(bench, who, contender, shape);
          load.lookAtRest(entry.processes());
        },
        (who, contender) -> {
          Timing timing = contender.rounds(shape);
          RoundsResults.record(bench, workload, who, entry.agents(), timing);
          load.record(workload, who, entry, timing);
        });
  }
}
