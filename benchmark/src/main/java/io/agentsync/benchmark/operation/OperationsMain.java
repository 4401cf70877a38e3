package io.agentsync.benchmark.operation;

import java.util.Collection;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures the single operations, and tells as facts how many picoseconds each took. {@code
 * OperationsMain MEMORY DISK WARM-UP-MILLIS SPAN-MILLIS REPETITIONS LOG}
 */
public final class OperationsMain {

  private static final double PICOS_PER_NANO = 1000;

  private OperationsMain() {}

  /** Measures them; the progress of JMH goes to a file. */
  public static void main(String[] args) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(ArrivalBenchmark.class.getSimpleName())
                    .include(AppendBenchmark.class.getSimpleName())
                    .param("root", args[0], args[1])
                    .forks(1)
                    .warmupIterations(1)
                    .warmupTime(TimeValue.milliseconds(Long.parseLong(args[2])))
                    .measurementTime(TimeValue.milliseconds(Long.parseLong(args[3])))
                    .measurementIterations(Integer.parseInt(args[4]))
                    .output(args[5])
                    .build())
            .run();
    for (RunResult result : results) {
      String name = result.getPrimaryResult().getLabel();
      String root = result.getParams().getParam("root");
      String where = root == null ? "" : root.equals(args[0]) ? ".memory" : ".disk";
      int repetition = 0;
      for (IterationResult iteration :
          result.getBenchmarkResults().iterator().next().getIterationResults()) {
        long picos = (long) (PICOS_PER_NANO * iteration.getPrimaryResult().getScore());
        System.out.println(name + where + "." + repetition++ + "=" + picos);
      }
    }
  }
}
