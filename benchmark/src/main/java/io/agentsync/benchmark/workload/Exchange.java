package io.agentsync.benchmark.workload;

import static io.agentsync.benchmark.report.Contestant.AGENT_SYNC;
import static io.agentsync.benchmark.report.Contestant.JEDIS_LIST;

import io.agentsync.benchmark.report.Workloads;
import java.util.List;

/** Agents meet and each hands something to all others. */
public final class Exchange implements Workload {

  private static final int CHARACTERS = 1024;

  @Override
  public String name() {
    return "exchange";
  }

  @Override
  public String purpose() {
    return "each of 32 agents hands 1 KiB to all, round after round";
  }

  /** No mark needs it. */
  @Override
  public boolean isFor(Effort effort) {
    return !effort.quick();
  }

  @Override
  public void run(Bench bench) throws InterruptedException {
    for (int agents : bench.effort().quick() ? new int[] {32} : new int[] {4, 8, 32}) {
      RoundsPlan.Entry entry =
          new RoundsPlan.Entry(agents, 4, false, List.of(AGENT_SYNC, JEDIS_LIST));
      Rounds.measure(bench, entry, Workloads.EXCHANGE, CHARACTERS);
    }
  }
}
