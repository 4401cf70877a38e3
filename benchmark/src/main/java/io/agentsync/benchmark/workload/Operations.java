package io.agentsync.benchmark.workload;

import static io.agentsync.benchmark.report.Contestant.AGENT_SYNC;
import static io.agentsync.benchmark.report.Contestant.AGENT_SYNC_DISK;

import io.agentsync.benchmark.operation.OperationsMain;
import io.agentsync.benchmark.report.Cell;
import io.agentsync.benchmark.report.Contestant;
import io.agentsync.benchmark.report.Metrics;
import io.agentsync.benchmark.report.Workloads;
import io.agentsync.benchmark.stage.Programs;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Single operations of an arrival, by JMH. */
public final class Operations implements Workload {

  private static final int WARM_UP_SECONDS = 5;
  private static final double PICOS_PER_NANO = 1e3;

  @Override
  public String name() {
    return "operations";
  }

  @Override
  public String purpose() {
    return "by JMH: to encode, decode, fold and append one arrival";
  }

  /** No mark needs it. */
  @Override
  public boolean isFor(Effort effort) {
    return !effort.quick();
  }

  @Override
  public boolean isAlone(Effort effort) {
    return true;
  }

  @Override
  public void run(Bench bench) throws InterruptedException {
    try {
      Map<String, Long> facts = measure(bench);
      record(bench, facts, "encode", Workloads.ENCODE, AGENT_SYNC);
      record(bench, facts, "decode", Workloads.DECODE, AGENT_SYNC);
      record(bench, facts, "fold", Workloads.FOLD, AGENT_SYNC);
      record(bench, facts, "append.memory", Workloads.APPEND, AGENT_SYNC);
      record(bench, facts, "append.disk", Workloads.APPEND, AGENT_SYNC_DISK);
    } catch (IOException e) {
      bench.fail(Workloads.APPEND, 1, AGENT_SYNC, e);
    }
  }

  private static Map<String, Long> measure(Bench bench) throws IOException, InterruptedException {
    Effort effort = bench.effort();
    return Programs.run(
        bench
            .java()
            .command(
                OperationsMain.class.getName(),
                List.of(),
                List.of(
                    bench.workspace().memory().toString(),
                    bench.workspace().disk().toString(),
                    Long.toString(effort.seconds(WARM_UP_SECONDS).toMillis()),
                    Long.toString(effort.span().toMillis()),
                    Integer.toString(effort.repetitions()),
                    bench.workspace().disk().resolve("jmh.log").toString())));
  }

  private static void record(
      Bench bench, Map<String, Long> facts, String name, String workload, Contestant who) {
    for (int repetition = 0; repetition < bench.effort().repetitions(); repetition++) {
      double nanos = facts.getOrDefault(name + "." + repetition, 0L) / PICOS_PER_NANO;
      bench.results().add(new Cell(workload, who, 1, Metrics.NANOS), nanos);
      bench.say("%-12s %-28s %,8.0f ns", workload, who.title(), nanos);
    }
  }
}
