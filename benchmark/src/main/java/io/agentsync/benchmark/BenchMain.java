package io.agentsync.benchmark;

import io.agentsync.benchmark.report.Results;
import io.agentsync.benchmark.stage.Contenders;
import io.agentsync.benchmark.stage.Java;
import io.agentsync.benchmark.stage.Workspace;
import io.agentsync.benchmark.workload.Beats;
import io.agentsync.benchmark.workload.Bench;
import io.agentsync.benchmark.workload.Crowds;
import io.agentsync.benchmark.workload.Effort;
import io.agentsync.benchmark.workload.Exchange;
import io.agentsync.benchmark.workload.Idle;
import io.agentsync.benchmark.workload.Listings;
import io.agentsync.benchmark.workload.OnZooKeeper;
import io.agentsync.benchmark.workload.Operations;
import io.agentsync.benchmark.workload.Rounds;
import io.agentsync.benchmark.workload.ScatteredArrivals;
import io.agentsync.benchmark.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures agent-sync beside its peers; {@code scripts/bench} starts it. */
@Command(
    name = "scripts/bench",
    description = "Measures agent-sync beside what one would otherwise use, on this machine.",
    sortOptions = false,
    mixinStandardHelpOptions = true)
public final class BenchMain implements Callable<Integer> {

  private static final List<Workload> WORKLOADS =
      List.of(
          new Rounds(),
          new ScatteredArrivals(),
          new Crowds(),
          new OnZooKeeper(),
          new Exchange(),
          new Beats(),
          new Idle(),
          new Listings(),
          new Operations());
  private static final Path SOURCES = Path.of("benchmark/src/main");
  private static final int SHORTEST_WARM_UP = 5;
  private static final int DEFAULT = 0;

  @Option(names = "--quick", description = "Only what the marks need; about five minutes.")
  private boolean quick;

  @Option(
      names = "--only",
      paramLabel = "WORKLOAD",
      split = ",",
      description = "Only this workload; --list names them.")
  private List<String> only = List.of();

  @Option(names = "--list", description = "Name the workloads, and measure nothing.")
  private boolean list;

  @Option(
      names = "--trial",
      description = "Each thing once and for a moment: whether it works, not how fast.")
  private boolean trial;

  @Option(
      names = "--repetitions",
      paramLabel = "N",
      description =
          "How often each thing is measured; 3, or 5 where there is a mark and no --quick.")
  private int repetitions;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      description =
          "For how long a JVM works before it is first measured, at least 5; 5 with --quick, 10 without. Without --quick then on until its compilers are quiet, for 60 s more at most, on ZooKeeper 180.")
  private int warmUpSeconds = DEFAULT;

  @Option(
      names = "--docs",
      description = "Write the results into docs/performance.md, and its charts beside it.")
  private boolean docs;

  @Option(
      names = "--memory",
      paramLabel = "DIRECTORY",
      description = "For state in memory; /dev/shm by default.")
  private Path memory = Path.of("/dev/shm");

  @Option(
      names = "--disk",
      paramLabel = "DIRECTORY",
      description = "For state on a disk; benchmark/target/bench by default.")
  private Path disk = Path.of("benchmark/target/bench");

  @Option(
      names = "--java-options",
      paramLabel = "FLAGS",
      split = " ",
      description =
          "For every JVM that is measured, ours and the peers'; with --quick, if none are given, -XX:TieredStopAtLevel=1.")
  private List<String> javaOptions = List.of();

  private BenchMain() {}

  /** Measures, and exits with 0 if that was possible. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new BenchMain()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    for (String name : only) {
      if (WORKLOADS.stream().noneMatch(workload -> workload.name().equals(name))) {
        System.err.println("bench: no workload is called " + name + "; --list names them");
        return CommandLine.ExitCode.USAGE;
      }
    }
    if (warmUpSeconds != DEFAULT && warmUpSeconds < SHORTEST_WARM_UP) {
      System.err.printf(
          "bench: --warm-up %d is too short: a JVM that works for less than %d s is not measured%n",
          warmUpSeconds, SHORTEST_WARM_UP);
      return CommandLine.ExitCode.USAGE;
    }
    if (list) {
      WORKLOADS.forEach(each -> System.out.printf("%-10s %s%n", each.name(), each.purpose()));
      return 0;
    }
    Results results = measure();
    Outcome outcome = new Outcome(results, new Surroundings(memory, disk, javaOptions()).machine());
    outcome.print(System.out, only.isEmpty());
    outcome.writeTo(Path.of("benchmark/target/report"));
    if (docs) {
      outcome.writeChartsTo(Path.of("docs/performance"));
      outcome.writeInto(Path.of("docs/performance.md"));
    }
    return 0;
  }

  private Effort effort() {
    Effort effort = quick ? Effort.QUICK : Effort.FULL;
    if (trial) {
      effort = effort.trial();
    }
    if (warmUpSeconds != DEFAULT) {
      effort = effort.withWarmUp(Duration.ofSeconds(warmUpSeconds));
    }
    return repetitions > 0 ? effort.withRepetitions(repetitions) : effort;
  }

  /** What there is no time to compile thoroughly is better not begun. */
  private List<String> javaOptions() {
    return quick && javaOptions.isEmpty() ? List.of("-XX:TieredStopAtLevel=1") : javaOptions;
  }

  private Results measure() throws IOException, InterruptedException {
    Results results = new Results();
    Java java = new Java(javaOptions());
    Progress progress = new Progress(System.err);
    try (Workspace workspace = new Workspace(memory, disk);
        Contenders contenders = new Contenders(java, workspace, SOURCES)) {
      Bench bench = new Bench(java, SOURCES, contenders, workspace, effort(), results, System.err);
      for (Workload workload : WORKLOADS) {
        if (only.isEmpty() ? workload.isFor(bench.effort()) : only.contains(workload.name())) {
          progress.begins(workload.name(), workload.purpose());
          if (workload.isAlone(bench.effort())) {
            contenders.close();
          }
          workload.run(bench);
          progress.ends(workload.name());
        }
      }
    }
    return results;
  }
}
