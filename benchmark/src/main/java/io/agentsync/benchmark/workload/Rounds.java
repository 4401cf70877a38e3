package io.agentsync.benchmark.workload;

import io.agentsync.benchmark.report.Workloads;
import io.agentsync.benchmark.stage.Setting;

/** A cyclic barrier: agents meet, round after round, as fast as they can. */
public final class Rounds implements Workload {

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
      measure(bench, entry, Workloads.rounds(entry.processes()), 0);
    }
  }

  static void measure(Bench all, RoundsPlan.Entry entry, String workload, int payload)
      throws InterruptedException {
    Effort effort = entry.fitting(all.effort());
    Bench bench = all.with(effort);
    Setting shape =
        new Setting(entry.agents(), entry.processes(), effort.lead(), effort.span(), payload);
    Alternation.run(
        bench,
        workload,
        entry.agents(),
        entry.who(),
        (who, contender) -> WarmUp.rounds(bench, who, contender, shape),
        (who, contender) ->
            RoundsResults.record(bench, workload, who, entry.agents(), contender.rounds(shape)));
  }
}
