package io.agentsync.benchmark;

import io.agentsync.benchmark.report.Results;
import io.agentsync.benchmark.stage.Contenders;
import io.agentsync.benchmark.stage.Java;
import io.agentsync.benchmark.stage.Workspace;
import io.agentsync.benchmark.workload.Bench;
import io.agentsync.benchmark.workload.Crowds;
import io.agentsync.benchmark.workload.Effort;
import io.agentsync.benchmark.workload.Exchange;
import io.agentsync.benchmark.workload.Rounds;
import io.agentsync.benchmark.workload.ScatteredArrivals;
import io.agentsync.benchmark.workload.Workload;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures agent-sync beside its peers; {@code scripts/bench} starts it. */
@Command(
    name = "bench",
    description = "Measures agent-sync beside what one would otherwise use.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class BenchMain implements Callable<Integer> {

  private static final List<Workload> WORKLOADS =
      List.of(new Rounds(), new ScatteredArrivals(), new Crowds(), new Exchange());

  @Option(names = "--quick", description = "Only what the marks need; under five minutes.")
  private boolean quick;

  @Option(
      names = "--only",
      paramLabel = "WORKLOAD",
      description = "Only this one; may be repeated.")
  private List<String> only = List.of();

  @Option(
      names = "--trial",
      description = "Each thing once and for a moment: whether it works, not how fast.")
  private boolean trial;

  @Option(names = "--list", description = "Name the workloads, and measure nothing.")
  private boolean list;

  @Option(
      names = "--repetitions",
      paramLabel = "N",
      description = "How often each thing is measured; 3 with --quick, otherwise 5.")
  private int repetitions;

  @Option(
      names = "--memory",
      paramLabel = "DIRECTORY",
      defaultValue = "/dev/shm",
      description = "For state in memory; ${DEFAULT-VALUE} by default.")
  private Path memory = Path.of("/dev/shm");

  @Option(
      names = "--disk",
      paramLabel = "DIRECTORY",
      defaultValue = "benchmark/target/bench",
      description = "For state on a disk; ${DEFAULT-VALUE} by default.")
  private Path disk = Path.of("benchmark/target/bench");

  @Option(
      names = "--java-options",
      paramLabel = "FLAGS",
      split = " ",
      description = "For every JVM that is measured, ours and the peers'.")
  private List<String> javaOptions = List.of();

  private BenchMain() {}

  /** Measures, and exits with 0 if that was possible. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new BenchMain()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    if (list) {
      WORKLOADS.forEach(each -> System.out.printf("%-12s %s%n", each.name(), each.purpose()));
      return 0;
    }
    Effort effort = quick ? Effort.QUICK : Effort.FULL;
    if (trial) {
      effort = effort.trial();
    }
    if (repetitions > 0) {
      effort = effort.withRepetitions(repetitions);
    }
    Results results = new Results();
    Path sources = Path.of("benchmark/src/main");
    try (Workspace workspace = new Workspace(memory, disk);
        Contenders contenders = new Contenders(new Java(javaOptions), workspace, sources)) {
      Bench bench = new Bench(contenders, workspace, effort, results, System.err);
      for (Workload workload : WORKLOADS) {
        if (only.isEmpty() || only.contains(workload.name())) {
          System.err.println(workload.name() + ": " + workload.purpose());
          workload.run(bench);
        }
      }
    }
    return 0;
  }
}
